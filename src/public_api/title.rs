//! A title as the API shows it: everything that the public may see.
//!
//! It is made of a [`Seen`] title alone, so what an exhibitor keeps from the public is not there to be told.

use std::collections::BTreeMap;

use serde::Serialize;
use slate_domain::avail;
use slate_domain::visibility::Seen;
use slate_domain::{credit, material, title};
use utoipa::ToSchema;

use super::companies::CompanyRef;
use super::{by_tag, codes, written};
use crate::catalogue::documents::address;
use crate::catalogue::service::TitleDetail;

/// A title: a project or IP on offer.
#[derive(Debug, Serialize, ToSchema)]
pub struct Title {
    /// A UUID.
    #[schema(examples("01890a5d-ac96-774b-bcce-b302099a8057"))]
    pub id: String,
    /// The last part of its address: `/titles/{slug}`.
    #[schema(examples("in-the-mood-for-love"))]
    pub slug: String,
    /// The key it came in under.
    #[schema(required, examples("omdb:843"))]
    pub source_id: Option<String>,
    /// The original title.
    #[schema(examples("花樣年華"))]
    pub title: String,
    /// The language of the original title: BCP 47.
    #[schema(required, examples("yue"))]
    pub original_language: Option<String>,
    /// The titles by BCP 47 tag, the original's included where its language is known.
    #[schema(example = json!({"en": "In the Mood for Love", "zh-Hant": "花樣年華"}))]
    pub titles: BTreeMap<String, String>,
    /// Other names it goes by, by BCP 47 tag.
    pub aliases: BTreeMap<String, Vec<String>>,
    /// At most 190 characters each, by BCP 47 tag.
    pub loglines: BTreeMap<String, String>,
    /// At most 4,000 characters each, by BCP 47 tag; paragraphs are parted by empty lines.
    pub synopses: BTreeMap<String, String>,
    pub category: codes::Category,
    pub stage: codes::Stage,
    pub genres: Vec<Genre>,
    #[schema(example = json!(["1960s", "neighbours"]))]
    pub keywords: Vec<String>,
    /// Of production.
    pub countries: Vec<codes::Country>,
    /// Spoken: BCP 47.
    #[schema(example = json!(["yue"]))]
    pub languages: Vec<String>,
    /// Of subtitles: BCP 47.
    #[schema(example = json!(["en", "zh-Hant"]))]
    pub subtitles: Vec<String>,
    /// As given, else that of the release.
    #[schema(required, minimum = 1850, maximum = 2200, examples(2000))]
    pub year: Option<u16>,
    #[schema(required, format = Date, examples("2000-09-29"))]
    pub release_date: Option<String>,
    /// Minutes; of a series, of all its episodes.
    #[schema(required, minimum = 1, examples(98))]
    pub runtime_minutes: Option<u32>,
    #[schema(required, minimum = 1, examples(12))]
    pub episodes: Option<u32>,
    #[schema(required)]
    pub budget: Option<Money>,
    /// The share of the budget that is in place, in hundredths.
    #[schema(required, minimum = 0, maximum = 100, examples(60))]
    pub financed_percent: Option<u32>,
    pub looking_for: Vec<codes::LookingFor>,
    #[schema(required)]
    pub audience: Option<codes::Audience>,
    #[schema(required)]
    pub rating: Option<codes::Rating>,
    pub credits: Vec<Credit>,
    pub festivals: Vec<Festival>,
    pub identifiers: Vec<Identifier>,
    pub materials: Vec<Material>,
    /// What is offered, and how much of it can still be bought.
    pub avails: Vec<Avail>,
    /// What there is and is not shown to the public.
    pub withheld: Vec<Withheld>,
    /// Who offers it.
    pub company: CompanyRef,
    /// The moment of the last change, in UTC.
    #[schema(format = DateTime, examples("2027-01-15T08:00:00Z"))]
    pub updated: String,
}

/// A genre.
#[derive(Debug, Serialize, ToSchema)]
pub struct Genre {
    #[schema(examples("science-fiction"))]
    pub code: String,
    /// As the exhibitor calls it.
    #[schema(examples("Science Fiction"))]
    pub label: String,
}

/// A sum of money.
#[derive(Debug, Serialize, ToSchema)]
pub struct Money {
    /// Whole units of the currency.
    #[schema(minimum = 0, examples(1_200_000))]
    pub amount: i64,
    pub currency: codes::Currency,
}

/// A line of the credits.
#[derive(Debug, Serialize, ToSchema)]
pub struct Credit {
    pub role: codes::CreditRole,
    /// As the title credits it.
    #[schema(examples("Wong Kar-wai"))]
    pub name: String,
    /// The name in other languages, by BCP 47 tag.
    #[schema(example = json!({"zh-Hant": "王家衛"}))]
    pub names: BTreeMap<String, String>,
    /// The part, of cast and voice.
    #[schema(required, examples("Su Li-zhen"))]
    pub character: Option<String>,
}

/// A festival or a prize.
#[derive(Debug, Serialize, ToSchema)]
pub struct Festival {
    #[schema(examples("Cannes"))]
    pub name: String,
    #[schema(required, minimum = 1850, maximum = 2200, examples(2000))]
    pub year: Option<u16>,
    pub outcome: codes::FestivalOutcome,
    /// The section or the prize.
    #[schema(required, examples("Best Actor"))]
    pub award: Option<String>,
}

/// An identifier of a registry.
#[derive(Debug, Serialize, ToSchema)]
pub struct Identifier {
    /// `eidr`, `isan` or `imdb`.
    #[schema(examples("imdb"))]
    pub scheme: &'static str,
    #[schema(examples("tt0118694"))]
    pub value: String,
}

/// Key art, a still, a trailer, a deck or a screener that is public.
#[derive(Debug, Serialize, ToSchema)]
pub struct Material {
    pub kind: codes::MaterialKind,
    /// Where it is fetched from; without a host, from this market.
    #[schema(format = "uri-reference", examples("https://example.org/trailer"))]
    pub url: String,
    #[schema(required, examples("Festival trailer"))]
    pub label: Option<String>,
    /// BCP 47.
    #[schema(required, examples("yue"))]
    pub language: Option<String>,
    /// The running time of a trailer or a screener.
    #[schema(required, examples(95))]
    pub seconds: Option<u32>,
}

/// Rights on offer in territories for a time.
#[derive(Debug, Serialize, ToSchema)]
pub struct Avail {
    /// The single rights, groups taken apart.
    pub rights: Vec<codes::Right>,
    pub territories: Territories,
    pub window: Window,
    pub exclusivity: codes::Exclusivity,
    /// The language versions, by BCP 47 tag; none named is all.
    #[schema(example = json!(["en"]))]
    pub languages: Vec<String>,
    /// Until when it may be bought and not used.
    #[schema(required)]
    pub holdback: Option<Holdback>,
    /// How much of it can still be bought beside what is sold or held.
    pub availability: Availability,
}

/// What is left of an avail.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Availability {
    /// All of it.
    Free,
    /// Some of it.
    Partly,
    /// Nothing.
    Taken,
}

/// Where something is offered.
#[derive(Debug, Serialize, ToSchema)]
pub struct Territories {
    /// As the exhibitor names them.
    pub included: Vec<codes::Territory>,
    /// What of those is left out.
    pub excluded: Vec<codes::Territory>,
    /// The countries that are meant.
    pub countries: Vec<codes::Country>,
}

/// Days, both ends included; an end that is null is open.
#[derive(Debug, Serialize, ToSchema)]
pub struct Window {
    #[schema(required, format = Date, examples("2027-01-01"))]
    pub from: Option<String>,
    #[schema(required, format = Date, examples("2029-12-31"))]
    pub until: Option<String>,
}

/// A promise not to use a right before a day has passed.
#[derive(Debug, Serialize, ToSchema)]
pub struct Holdback {
    /// The last day on which it may not be used.
    #[schema(format = Date, examples("2027-06-30"))]
    pub until: String,
    #[schema(required, examples("Cinemas first"))]
    pub note: Option<String>,
}

/// Something that exists and is not public.
#[derive(Debug, Serialize, ToSchema)]
pub struct Withheld {
    /// `budget`, `financing`, `avails`, or a kind of material.
    #[schema(examples("screener"))]
    pub what: &'static str,
    /// Who may see it.
    pub visibility: codes::Visibility,
}

impl Title {
    /// `base` is where the market is reached: addresses of its own are given whole.
    pub fn of(detail: &TitleDetail, base: &str) -> Self {
        let seen: &Seen = &detail.title;
        Self {
            id: seen.id.to_string(),
            slug: seen.slug.to_string(),
            source_id: seen.source_id.as_ref().map(ToString::to_string),
            title: seen.original.to_string(),
            original_language: seen.original_language.as_ref().map(ToString::to_string),
            titles: seen
                .names()
                .into_iter()
                .map(|(tag, name)| (tag.to_string(), name.to_string()))
                .collect(),
            aliases: seen
                .texts
                .aliases
                .iter()
                .map(|(tag, names)| (tag.to_string(), written(names)))
                .collect(),
            loglines: by_tag(&seen.texts.loglines),
            synopses: by_tag(&seen.texts.synopses),
            category: seen.category.into(),
            stage: seen.stage.into(),
            genres: seen.genres.iter().map(Genre::of).collect(),
            keywords: written(&seen.keywords),
            countries: seen
                .countries
                .iter()
                .map(|country| (*country).into())
                .collect(),
            languages: written(&seen.languages),
            subtitles: written(&seen.subtitles),
            year: seen.filed_under().map(|year| year.get()),
            release_date: seen.released.map(|day| day.to_string()),
            runtime_minutes: seen.runtime.map(title::Minutes::get),
            episodes: seen.episodes.map(title::Episodes::get),
            budget: seen.budget.map(|sum| Money {
                amount: sum.amount(),
                currency: sum.currency().into(),
            }),
            financed_percent: seen.financed.map(title::Percent::get),
            looking_for: seen.looking_for.iter().map(|what| (*what).into()).collect(),
            audience: seen.audience.map(Into::into),
            rating: seen.rating.map(Into::into),
            credits: seen.credits.iter().map(Credit::of).collect(),
            festivals: seen.festivals.iter().map(Festival::of).collect(),
            identifiers: seen
                .identifiers
                .iter()
                .map(|identifier| Identifier {
                    scheme: identifier.scheme(),
                    value: identifier.value(),
                })
                .collect(),
            materials: seen
                .materials
                .iter()
                .filter_map(|material| Material::of(material, base))
                .collect(),
            avails: seen
                .avails
                .iter()
                .map(|avail| Avail::of(avail, &seen.grants))
                .collect(),
            withheld: seen
                .withheld()
                .iter()
                .map(|one| Withheld {
                    what: one.what,
                    visibility: one.visibility.into(),
                })
                .collect(),
            company: CompanyRef::of(&detail.exhibitor),
            updated: seen.updated.to_rfc3339(),
        }
    }
}

impl Genre {
    fn of(genre: &title::Genre) -> Self {
        Self {
            code: genre.code().to_owned(),
            label: genre.label().to_owned(),
        }
    }
}

impl Credit {
    fn of(credit: &credit::Credit) -> Self {
        Self {
            role: credit.role.into(),
            name: credit.name.to_string(),
            names: credit
                .localised
                .iter()
                .map(|(tag, name)| (tag.to_string(), name.to_string()))
                .collect(),
            character: credit.character.as_ref().map(ToString::to_string),
        }
    }
}

impl Festival {
    fn of(festival: &title::Festival) -> Self {
        Self {
            name: festival.name.to_string(),
            year: festival.year.map(|year| year.get()),
            outcome: festival.outcome.into(),
            award: festival.award.as_ref().map(ToString::to_string),
        }
    }
}

impl Material {
    /// `None` for what nothing serves.
    fn of(material: &material::Material, base: &str) -> Option<Self> {
        let address = address(&material.source)?;
        Some(Self {
            kind: material.kind.into(),
            url: match address.starts_with('/') {
                true => format!("{base}{address}"),
                false => address,
            },
            label: material.label.as_ref().map(ToString::to_string),
            language: material.language.as_ref().map(ToString::to_string),
            seconds: material.seconds,
        })
    }
}

impl Avail {
    fn of(avail: &avail::Avail, grants: &[avail::Grant]) -> Self {
        let named = |territories: &[slate_domain::territory::Territory]| {
            territories
                .iter()
                .map(|territory| (*territory).into())
                .collect()
        };
        Self {
            rights: avail.rights.iter().map(Into::into).collect(),
            territories: Territories {
                included: named(avail.territories.included()),
                excluded: named(avail.territories.excluded()),
                countries: avail.territories.expand().iter().map(Into::into).collect(),
            },
            window: Window {
                from: avail.window.from().map(|day| day.to_string()),
                until: avail.window.until().map(|day| day.to_string()),
            },
            exclusivity: avail.exclusivity.into(),
            languages: written(&avail.languages),
            holdback: avail.holdback.as_ref().map(|holdback| Holdback {
                until: holdback.until.to_string(),
                note: holdback.note.as_ref().map(ToString::to_string),
            }),
            availability: match avail::state_of(avail, grants) {
                avail::AvailState::Free => Availability::Free,
                avail::AvailState::Partly => Availability::Partly,
                avail::AvailState::Taken => Availability::Taken,
            },
        }
    }
}
