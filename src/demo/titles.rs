//! Titles: the hand-written ones first, then as many as are asked for from the grammar.

use slate_domain::ParseError;
use slate_domain::date::{Date, Year};
use slate_domain::id::TitleId;
use slate_domain::kinds::{Category, LookingFor, Stage, TitleStatus};
use slate_domain::localised::Localised;
use slate_domain::slug::Slug;
use slate_domain::title::{Texts, Title};
use slate_domain::visibility::{FieldVisibility, Visibility};

use super::companies::Exhibitor;
use super::countries::{self, Origin};
use super::dice::{Dice, Stream};
use super::edition::MADE;
use super::hans::simplified;
use super::naming::Names;
use super::people::Person;
use super::rights::rights;
use super::shape::{credits, dated, identifiers, length, looking_for, stage};
use super::showcase::{self, Piece};
use super::story::Story;
use super::{art, festivals, genres, money};

const DAY: i64 = 86_400_000;

/// Makes titles one after the other; the same ones for the same seed and exhibitors.
#[derive(Debug)]
pub struct Titles<'a> {
    seed: u64,
    exhibitors: &'a [Exhibitor],
    names: Names,
    next: u32,
    count: u32,
}

/// The key of a title in the source of the demonstration.
pub fn source_id(seed: u64, number: u32) -> String {
    format!("demo:{seed}:{number}")
}

impl<'a> Titles<'a> {
    pub fn new(seed: u64, count: u32, exhibitors: &'a [Exhibitor]) -> Result<Self, ParseError> {
        let mut names = Names::default();
        for piece in showcase::pieces() {
            names.take(&piece.naming()?);
        }
        Ok(Self {
            seed,
            exhibitors,
            names,
            next: 0,
            count,
        })
    }

    fn make(&mut self, number: u32) -> Result<Title, ParseError> {
        let mut dice = Dice::new(self.seed, Stream::Title, number);
        let piece = showcase::pieces().get(number as usize);
        let exhibitor = self.exhibitor_of(&mut dice, number, piece)?;
        let origin = match piece {
            Some(piece) => countries::of(&piece.country),
            None => exhibitor.origin,
        };
        let made = match piece {
            Some(piece) => Facts::written(piece, &mut dice)?,
            None => Facts::drawn(&mut dice, origin, &mut self.names)?,
        };
        let always_seen = piece.is_some()
            || number < self.exhibitors.len() as u32 + showcase::pieces().len() as u32;
        let mut title = title(
            &mut dice,
            (self.seed, number),
            exhibitor,
            origin,
            made,
            always_seen,
        )?;
        let pieces = art::pieces(number, &title, exhibitor.company.name.as_str())?;
        title.materials = pieces.into_iter().map(|piece| piece.material).collect();
        Ok(title)
    }

    /// A hand-written title goes to an exhibitor of its country; after that each exhibitor has one, and
    /// the rest goes mostly to those with the larger slates.
    fn exhibitor_of(
        &self,
        dice: &mut Dice,
        number: u32,
        piece: Option<&Piece>,
    ) -> Result<&'a Exhibitor, ParseError> {
        let all = self.exhibitors;
        let nobody = || ParseError::new("number of exhibitors", "0", "at least one");
        if let Some(piece) = piece {
            let home: Vec<&Exhibitor> = all
                .iter()
                .filter(|exhibitor| exhibitor.origin.code == piece.country)
                .collect();
            let place = dice.below(home.len().min(6));
            return home.get(place).copied().or(all.first()).ok_or_else(nobody);
        }
        let place = number as usize - showcase::pieces().len().min(number as usize);
        let place = if place < all.len() {
            place
        } else {
            dice.below(all.len()).min(dice.below(all.len()))
        };
        all.get(place).ok_or_else(nobody)
    }
}

impl Iterator for Titles<'_> {
    type Item = Result<Title, ParseError>;

    fn next(&mut self) -> Option<Self::Item> {
        let number = self.next;
        self.next += 1;
        (number < self.count).then(|| self.make(number))
    }
}

/// What differs between a title that was written and one that was drawn.
struct Facts {
    original: String,
    slug: Slug,
    texts: Texts,
    category: Category,
    stage: Stage,
    genres: Vec<String>,
    kind: genres::Kind,
    keywords: Vec<String>,
    released: Option<Date>,
    year: u16,
    looking_for: Option<Vec<LookingFor>>,
}

/// A text in English and in both scripts of Chinese.
pub fn three<T: std::str::FromStr<Err = ParseError>>(
    en: &str,
    zh: &str,
) -> Result<Localised<T>, ParseError> {
    let texts = [("en", en), ("zh-Hant", zh), ("zh-Hans", &simplified(zh))];
    texts
        .into_iter()
        .map(|(tag, text)| Ok((tag.parse()?, text.parse()?)))
        .collect()
}

impl Facts {
    fn written(piece: &Piece, dice: &mut Dice) -> Result<Self, ParseError> {
        let naming = piece.naming()?;
        let released: Date = slate_domain::date::parse_date(&piece.released)?;
        Ok(Self {
            texts: Texts {
                titles: three(&piece.title, &piece.title_zh)?,
                aliases: Localised::default(),
                loglines: three(&piece.logline, &piece.logline_zh)?,
                synopses: three(&piece.synopsis, &piece.synopsis_zh)?,
            },
            original: naming.original,
            slug: naming.slug,
            category: piece.category.parse()?,
            stage: piece.stage.parse()?,
            genres: piece.genres.clone(),
            kind: genres::draw(dice, Category::Film),
            keywords: piece.keywords.clone(),
            year: u16::try_from(released.year()).unwrap_or(2028),
            released: Some(released),
            looking_for: Some(
                piece
                    .looking_for
                    .iter()
                    .map(|what| what.parse())
                    .collect::<Result<_, _>>()?,
            ),
        })
    }

    fn drawn(dice: &mut Dice, origin: &Origin, names: &mut Names) -> Result<Self, ParseError> {
        let category = dice.weighted([
            (Category::Film, 44),
            (Category::TvSeries, 15),
            (Category::Documentary, 11),
            (Category::Animation, 9),
            (Category::Short, 6),
            (Category::Literary, 6),
            (Category::Format, 5),
            (Category::Game, 4),
        ]);
        let stage = stage(dice, category);
        let kind = genres::draw(dice, category);
        let (lead, other) = (
            Person::new(dice, origin.code),
            Person::new(dice, origin.code),
        );
        let called = genres::called(dice, category, kind);
        let story = Story::new(
            dice,
            category,
            kind.story,
            called,
            origin.code,
            &lead,
            &other,
        );
        let told = story.tell(dice);
        let naming = names
            .draw(dice, origin)
            .ok_or_else(|| ParseError::new("title", "", "a name that is not taken"))?;
        let (year, released) = dated(dice, stage)?;
        Ok(Self {
            texts: Texts {
                titles: three(&naming.en, &naming.zh)?,
                aliases: Localised::default(),
                loglines: three(&told.logline[0], &told.logline[1])?,
                synopses: three(&told.synopsis[0], &told.synopsis[1])?,
            },
            original: naming.original,
            slug: naming.slug,
            category,
            stage,
            genres: genres::labels(dice, category, kind)
                .into_iter()
                .map(str::to_owned)
                .collect(),
            kind,
            keywords: story
                .themes()
                .iter()
                .map(|theme| (*theme).to_owned())
                .collect(),
            released,
            year,
            looking_for: None,
        })
    }
}

fn title(
    dice: &mut Dice,
    (seed, number): (u64, u32),
    exhibitor: &Exhibitor,
    origin: &Origin,
    facts: Facts,
    always_seen: bool,
) -> Result<Title, ParseError> {
    let Facts {
        category, stage, ..
    } = facts;
    let id = TitleId::from_parts(MADE.as_millis().unsigned_abs(), dice.bytes());
    let english = facts.original
        == facts
            .texts
            .titles
            .get(&"en".parse()?)
            .map(|name| name.as_str())
            .unwrap_or_default();
    let language = if english { "en" } else { origin.language };
    let mut countries = vec![origin.code.parse()?];
    if category != Category::Literary && dice.chance(28) {
        let partner = dice.one(origin.partners);
        countries.push(partner.parse()?);
    }
    let (runtime, episodes) = length(dice, category, stage)?;
    let (audience, rating) = genres::audience(dice, facts.kind);
    let rights = rights(dice, category, stage, origin.code)?;
    let status = match dice.below(100) {
        _ if always_seen => TitleStatus::Published,
        0 => TitleStatus::Draft,
        1 => TitleStatus::InReview,
        2 => TitleStatus::Withdrawn,
        _ => TitleStatus::Published,
    };
    let created = MADE.plus_millis(-i64::from(dice.between(1, 120)) * DAY);
    let updated = created.plus_millis(i64::from(dice.between(0, 20)) * DAY / 20);
    let visibility = FieldVisibility {
        budget: dice.weighted([
            (Visibility::Public, 55),
            (Visibility::Members, 33),
            (Visibility::OnRequest, 9),
            (Visibility::OwnCompany, 3),
        ]),
        financing: dice.weighted([
            (Visibility::Public, 60),
            (Visibility::Members, 32),
            (Visibility::OnRequest, 8),
        ]),
        avails: dice.weighted([(Visibility::Public, 90), (Visibility::Members, 10)]),
    };
    let spoken: &[&str] = match origin.language {
        "zh-Hans" => &["cmn"],
        "zh-Hant" => dice.one([&["cmn"] as &[&str], &["cmn", "nan"]]),
        "yue" => dice.one([&["yue"] as &[&str], &["yue", "cmn"], &["yue"]]),
        other => &[other],
    };
    let silent = category == Category::Literary;
    let subtitles: &[&str] = match stage {
        Stage::Completed | Stage::Released if !silent => &["en", "zh-Hant"],
        _ => &[],
    };
    let looking_for = match facts.looking_for {
        Some(wanted) => wanted,
        None => looking_for(dice, category, stage),
    };
    Ok(Title {
        id,
        slug: facts.slug,
        source_id: Some(source_id(seed, number).parse()?),
        company: exhibitor.company.id,
        category,
        stage,
        status,
        original: facts.original.parse()?,
        original_language: Some(language.parse()?),
        texts: facts.texts,
        genres: facts
            .genres
            .iter()
            .map(|genre| genre.parse())
            .collect::<Result<_, _>>()?,
        keywords: facts
            .keywords
            .iter()
            .map(|word| word.parse())
            .collect::<Result<_, _>>()?,
        countries,
        languages: spoken
            .iter()
            .map(|tag| tag.parse())
            .collect::<Result<_, _>>()?,
        subtitles: subtitles
            .iter()
            .map(|tag| tag.parse())
            .collect::<Result<_, _>>()?,
        year: Some(Year::new(facts.year)?),
        released: facts.released,
        runtime,
        episodes,
        budget: money::budget(dice, category, stage, origin)?,
        financed: if silent {
            None
        } else {
            money::financed(dice, stage)?
        },
        looking_for,
        audience: Some(audience),
        rating: (stage >= Stage::Completed).then_some(rating),
        credits: credits(dice, category, stage, origin)?,
        festivals: if silent {
            Vec::new()
        } else {
            festivals::festivals(dice, stage, facts.year)?
        },
        identifiers: identifiers(dice, category, stage, number)?,
        materials: Vec::new(),
        avails: rights.avails,
        grants: rights.grants,
        visibility,
        created,
        updated,
        published: (status == TitleStatus::Published).then_some(updated),
    })
}
