//! The exhibitors: their names in the manner of their country, what they do, their people and booths.

use std::collections::{BTreeMap, HashSet};

use slate_domain::ParseError;
use slate_domain::company::Company;
use slate_domain::edition::{BoothCode, Edition};
use slate_domain::id::{CompanyId, PersonId};
use slate_domain::kinds::CompanyKind;
use slate_domain::listing::{Approval, Participation, ParticipationRole};
use slate_domain::localised::Localised;
use slate_domain::person::Person as Contact;
use slate_domain::slug::Slug;
use slate_domain::text::{Name, Synopsis};

use super::countries::{ORIGINS, Origin};
use super::dice::{Dice, Stream};
use super::edition::MADE;
use super::hans::simplified;
use super::people::Person;
use super::words;

/// A company as the market has it.
#[derive(Debug, Clone)]
pub struct Exhibitor {
    pub company: Company,
    pub people: Vec<Contact>,
    pub participation: Participation,
    pub origin: &'static Origin,
}

/// The exhibitors of an edition. The first 27 come from 27 countries.
pub fn exhibitors(seed: u64, count: u32, edition: &Edition) -> Result<Vec<Exhibitor>, ParseError> {
    let mut taken = HashSet::new();
    let mut all = Vec::with_capacity(count as usize);
    for number in 0..count {
        all.push(exhibitor(seed, number, edition, &mut taken)?);
    }
    place(&mut all, edition);
    Ok(all)
}

fn exhibitor(
    seed: u64,
    number: u32,
    edition: &Edition,
    taken: &mut HashSet<String>,
) -> Result<Exhibitor, ParseError> {
    let mut dice = Dice::new(seed, Stream::Company, number);
    let id = CompanyId::from_parts(MADE.as_millis().unsigned_abs(), dice.bytes());
    let origin = match ORIGINS.get(number as usize) {
        Some(origin) => origin,
        None => by_weight(&mut dice),
    };
    let kinds = kinds(&mut dice);
    let naming = unique(&mut dice, origin, &kinds, taken)?;
    let website = format!(
        "https://{}.example",
        naming
            .slug
            .as_str()
            .chars()
            .take(60)
            .collect::<String>()
            .trim_end_matches('-')
    );
    let company = Company {
        id,
        profile: profile(&mut dice, &naming, origin)?,
        slug: naming.slug,
        name: naming.name.parse()?,
        names: naming.names,
        country: Some(origin.code.parse()?),
        kinds,
        website: Some(website.parse()?),
        created: MADE,
        updated: MADE,
    };
    let people = people(&mut dice, id, origin)?;
    let role = if dice.chance(30) {
        ParticipationRole::Both
    } else {
        ParticipationRole::Exhibitor
    };
    let participation = Participation {
        company: id,
        edition: edition.id,
        role,
        approval: Approval::Approved,
        booth: None,
    };
    Ok(Exhibitor {
        company,
        people,
        participation,
        origin,
    })
}

fn by_weight(dice: &mut Dice) -> &'static Origin {
    let all: u32 = ORIGINS.iter().map(|origin| origin.weight).sum();
    let mut rest = dice.below(all as usize);
    for origin in &ORIGINS {
        match rest.checked_sub(origin.weight as usize) {
            Some(left) => rest = left,
            None => return origin,
        }
    }
    &ORIGINS[0]
}

fn kinds(dice: &mut Dice) -> Vec<CompanyKind> {
    use CompanyKind::*;
    let first = dice.weighted([
        (Producer, 36),
        (SalesAgent, 18),
        (Distributor, 12),
        (Studio, 9),
        (Broadcaster, 7),
        (IpOwner, 6),
        (Publisher, 5),
        (Streamer, 3),
        (Service, 3),
        (FilmCommission, 1),
    ]);
    let second = match first {
        Producer => dice.one([SalesAgent, Studio, Producer, Producer]),
        SalesAgent => dice.one([Distributor, SalesAgent]),
        Publisher => IpOwner,
        other => other,
    };
    if first == second {
        vec![first]
    } else {
        vec![first, second]
    }
}

struct Naming {
    name: String,
    zh: String,
    names: Localised<Name>,
    slug: Slug,
}

/// Draws names until one is free; then adds where it is.
fn unique(
    dice: &mut Dice,
    origin: &Origin,
    kinds: &[CompanyKind],
    taken: &mut HashSet<String>,
) -> Result<Naming, ParseError> {
    let mut last = None;
    for attempt in 0..40 {
        let (mut name, own, mut zh) = draw(dice, origin, kinds);
        if attempt >= 30 {
            let place = words::pick(dice, "places", origin.code);
            name = format!("{name} {}", place.en());
            zh = format!("{zh}（{}）", place.zh());
        }
        let slug = Slug::from_text(&name)
            .ok_or_else(|| ParseError::new("name", &name, "a name with letters"))?;
        let free = taken.insert(slug.to_string());
        let mut names: BTreeMap<_, Name> = BTreeMap::new();
        names.insert("en".parse()?, name.parse()?);
        names.insert("zh-Hant".parse()?, zh.parse()?);
        names.insert("zh-Hans".parse()?, simplified(&zh).parse()?);
        if let Some((tag, own)) = own {
            names.insert(tag.parse()?, own.parse()?);
        }
        let naming = Naming {
            name,
            zh,
            names: Localised(names),
            slug,
        };
        if free {
            return Ok(naming);
        }
        last = Some(naming);
    }
    // Forty draws were taken: a number makes it another.
    let mut naming = last.ok_or_else(|| ParseError::new("name", "", "a name"))?;
    let number = taken.len();
    naming.slug = naming.slug.with_suffix(&number.to_string());
    taken.insert(naming.slug.to_string());
    Ok(naming)
}

type Drawn = (String, Option<(&'static str, String)>, String);

/// A name in Latin letters, in its own script, and in Chinese.
fn draw(dice: &mut Dice, origin: &Origin, kinds: &[CompanyKind]) -> Drawn {
    let (en, zh, ja, ko) = match kinds.first() {
        Some(CompanyKind::SalesAgent) => dice.one([
            ("International", "國際", "インターナショナル", "인터내셔널"),
            ("Film Sales", "影視發行", "セールス", "세일즈"),
        ]),
        Some(CompanyKind::Distributor) => ("Distribution", "發行", "配給", "배급"),
        Some(CompanyKind::Broadcaster) => dice.one([
            ("Television", "電視", "テレビ", "방송"),
            ("Broadcasting", "廣播", "放送", "미디어"),
        ]),
        Some(CompanyKind::Publisher) => ("Publishing", "出版", "出版", "출판"),
        Some(CompanyKind::Streamer) => ("Stream", "串流", "配信", "스트림"),
        Some(CompanyKind::Studio) => dice.one([
            ("Studios", "製片廠", "撮影所", "스튜디오"),
            ("Animation", "動畫", "アニメーション", "애니메이션"),
        ]),
        Some(CompanyKind::IpOwner) => dice.one([
            ("Comics", "漫畫", "コミックス", "코믹스"),
            ("Stories", "故事", "物語", "스토리"),
        ]),
        Some(CompanyKind::FilmCommission) => (
            "Film Commission",
            "電影事務所",
            "フィルムコミッション",
            "영상위원회",
        ),
        Some(CompanyKind::Service) => ("Post", "後期", "ポスト", "포스트"),
        _ => dice.one([
            ("Pictures", "影業", "映画", "픽처스"),
            ("Films", "電影", "フィルムズ", "필름"),
            (
                "Entertainment",
                "娛樂",
                "エンタテインメント",
                "엔터테인먼트",
            ),
            ("Film Workshop", "電影工作室", "映画工房", "영화공방"),
        ]),
    };
    let section = match origin.code {
        "HK" | "MO" | "CN" | "TW" => "zh",
        "JP" => "ja",
        "KR" => "ko",
        "TH" => "th",
        "IN" => "hi",
        "FR" => "fr",
        "DE" => "de",
        "ES" | "MX" => "es",
        "IT" => "it",
        "PL" => "pl",
        "SE" => "sv",
        "BR" => "pt",
        "TR" => "tr",
        "ID" => "id",
        "MY" => "ms",
        "PH" => "fil",
        "VN" => "vi",
        _ => "en",
    };
    let english = section == "en" || dice.chance(22);
    if english {
        let first = words::pick(dice, "companies", "en.first");
        let second = words::pick(dice, "companies", "en.second");
        let zh = format!("{}{}{zh}", first.at(2), second.at(2));
        return (format!("{} {} {en}", first.en(), second.en()), None, zh);
    }
    let word = words::pick(dice, "companies", &format!("{section}.word"));
    let cantonese = matches!(origin.code, "HK" | "MO");
    let latin = if section == "zh" {
        word.at(usize::from(cantonese))
    } else {
        word.en()
    };
    let name = format!("{latin} {en}");
    let zh = format!("{}{zh}", word.at(2));
    let own = match section {
        "ja" => Some(("ja", format!("{}{ja}", word.at(1)))),
        "ko" => Some(("ko", format!("{} {ko}", word.at(1)))),
        "th" => Some(("th", format!("{} ฟิล์ม", word.at(1)))),
        "hi" => Some(("hi", format!("{} फ़िल्म्स", word.at(1)))),
        _ => None,
    };
    (name, own, zh)
}

fn profile(
    dice: &mut Dice,
    naming: &Naming,
    origin: &Origin,
) -> Result<Localised<Synopsis>, ParseError> {
    let place = words::pick(dice, "places", origin.code);
    let specialty = words::pick(dice, "profiles", "specialty");
    let year = dice.between(1968, 2022).to_string();
    let count = dice.between(8, 90).to_string();
    let rows =
        ["opening", "middle", "closing"].map(|section| words::pick(dice, "profiles", section));
    let fill = |text: &str, name: &str, place: &str, specialty: &str| {
        text.replace("{name}", name)
            .replace("{place}", place)
            .replace("{specialty}", specialty)
            .replace("{year}", &year)
            .replace("{count}", &count)
    };
    let en = rows
        .map(|row| fill(row.en(), &naming.name, place.en(), specialty.en()))
        .join(" ");
    let zh = rows
        .map(|row| fill(row.zh(), &naming.zh, place.zh(), specialty.zh()))
        .concat();
    let texts = [("en", en), ("zh-Hans", simplified(&zh)), ("zh-Hant", zh)];
    texts
        .into_iter()
        .map(|(tag, text)| Ok((tag.parse()?, text.parse()?)))
        .collect()
}

fn people(
    dice: &mut Dice,
    company: CompanyId,
    origin: &Origin,
) -> Result<Vec<Contact>, ParseError> {
    let count = dice.between(1, 3);
    let mut people = Vec::new();
    for _ in 0..count {
        let person = Person::new(dice, origin.code);
        let job = words::pick(dice, "profiles", "job");
        people.push(Contact {
            id: PersonId::from_parts(MADE.as_millis().unsigned_abs(), dice.bytes()),
            company,
            name: person.name()?,
            names: person.names()?,
            job: Some(job.en().parse()?),
        });
    }
    Ok(people)
}

/// Gives out the booths: countries stand together, as in pavilions; one in forty is online alone.
fn place(all: &mut [Exhibitor], edition: &Edition) {
    let booths: Vec<&BoothCode> = edition
        .halls
        .iter()
        .flat_map(|hall| hall.booths.iter().map(|booth| &booth.code))
        .collect();
    let rank = |exhibitor: &Exhibitor| {
        ORIGINS
            .iter()
            .position(|origin| origin.code == exhibitor.origin.code)
    };
    let mut order: Vec<usize> = (0..all.len()).filter(|number| number % 40 != 39).collect();
    order.sort_by_key(|number| (all.get(*number).and_then(rank), *number));
    let (stands, seekers) = (booths.len(), order.len().max(1));
    for (place, number) in order.into_iter().enumerate() {
        // Spread over all halls, however few they are.
        let booth = if seekers <= stands {
            place * stands / seekers
        } else {
            place
        };
        if let Some(exhibitor) = all.get_mut(number) {
            exhibitor.participation.booth = booths.get(booth).map(|code| (*code).clone());
        }
    }
}
