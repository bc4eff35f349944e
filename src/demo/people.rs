//! Names of people: in the manner and the script of their country, in Latin letters, and in Chinese.

use std::collections::BTreeMap;

use slate_domain::ParseError;
use slate_domain::credit::{Credit, CreditRole};
use slate_domain::language::LanguageTag;
use slate_domain::localised::Localised;
use slate_domain::text::Name;

use super::dice::Dice;
use super::hans::simplified;
use super::words::{self, Row};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    Female,
    Male,
}

/// How names are written in a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Hong Kong and Macau: Lam Yuet-on.
    Cantonese,
    /// The mainland: Lin Yue'an, written together.
    Pinyin,
    /// Taiwan: Lin Yue-an.
    Hyphened,
    /// Family name second in Latin letters, first in their own script.
    Turned,
    /// Family name first everywhere.
    FamilyFirst,
    /// Given name first everywhere.
    GivenFirst,
}

#[derive(Debug, Clone)]
pub struct Person {
    pub gender: Gender,
    latin: String,
    /// In their own script, where that is not Latin.
    own: Option<(&'static str, String)>,
    zh: String,
    short: (String, String),
}

/// The section of the lists, the tag of the script and the manner of a country.
fn culture(country: &str) -> (&'static str, &'static str, Manner) {
    match country {
        "HK" | "MO" => ("zh", "zh-Hant", Manner::Cantonese),
        "CN" => ("zh", "zh-Hans", Manner::Pinyin),
        "TW" => ("zh", "zh-Hant", Manner::Hyphened),
        "SG" => ("zh", "zh-Hans", Manner::Cantonese),
        "JP" => ("ja", "ja", Manner::Turned),
        "KR" => ("ko", "ko", Manner::FamilyFirst),
        "TH" => ("th", "th", Manner::GivenFirst),
        "IN" => ("hi", "hi", Manner::GivenFirst),
        "VN" => ("vi", "vi", Manner::FamilyFirst),
        "ID" => ("id", "id", Manner::GivenFirst),
        "MY" => ("ms", "ms", Manner::GivenFirst),
        "PH" => ("fil", "fil", Manner::GivenFirst),
        "FR" => ("fr", "fr", Manner::GivenFirst),
        "DE" => ("de", "de", Manner::GivenFirst),
        "ES" | "MX" => ("es", "es", Manner::GivenFirst),
        "IT" => ("it", "it", Manner::GivenFirst),
        "PL" => ("pl", "pl", Manner::GivenFirst),
        "SE" => ("sv", "sv", Manner::GivenFirst),
        "BR" => ("pt", "pt", Manner::GivenFirst),
        "TR" => ("tr", "tr", Manner::GivenFirst),
        _ => ("en", "en", Manner::GivenFirst),
    }
}

impl Person {
    pub fn new(dice: &mut Dice, country: &str) -> Self {
        let (section, tag, manner) = culture(country);
        let gender = if dice.chance(50) {
            Gender::Female
        } else {
            Gender::Male
        };
        let family = words::pick(dice, "names", &format!("{section}.sur"));
        if section == "zh" {
            return Self::chinese(dice, gender, tag, manner, family);
        }
        let kind = if gender == Gender::Female { "f" } else { "m" };
        let given = words::pick(dice, "names", &format!("{section}.{kind}"));
        let family_first = manner == Manner::FamilyFirst;
        let latin = if family_first {
            format!("{} {}", family.en(), given.en())
        } else {
            format!("{} {}", given.en(), family.en())
        };
        let (family_own, given_own) = (family.at_or(1, 0), given.at_or(1, 0));
        let own = match section {
            "ja" | "ko" => Some(format!("{family_own}{given_own}")),
            "th" | "hi" => Some(format!("{given_own} {family_own}")),
            _ => None,
        };
        let (family_zh, given_zh) = (family.at_or(2, 1), given.at_or(2, 1));
        let zh = match section {
            "ja" | "ko" | "vi" => format!("{family_zh}{given_zh}"),
            _ => format!("{given_zh}·{family_zh}"),
        };
        let short = (given.en().to_owned(), given_zh.to_owned());
        Self {
            gender,
            latin,
            own: own.map(|own| (tag, own)),
            zh,
            short,
        }
    }

    fn chinese(
        dice: &mut Dice,
        gender: Gender,
        tag: &'static str,
        manner: Manner,
        family: &Row,
    ) -> Self {
        let first = words::pick(dice, "names", "zh.given");
        let second = words::pick(dice, "names", "zh.given");
        let column = usize::from(manner == Manner::Cantonese);
        let lower = second.at(column).to_lowercase();
        let given = if manner == Manner::Pinyin {
            let gap = if lower.starts_with(['a', 'e', 'o']) {
                "'"
            } else {
                ""
            };
            format!("{}{gap}{lower}", first.at(column))
        } else {
            format!("{}-{lower}", first.at(column))
        };
        let latin = format!("{} {given}", family.at(column));
        let given_zh = format!("{}{}", first.at(2), second.at(2));
        let zh = format!("{}{given_zh}", family.at(2));
        let own = if tag == "zh-Hans" {
            simplified(&zh)
        } else {
            zh.clone()
        };
        Self {
            gender,
            latin,
            own: Some((tag, own)),
            zh,
            short: (given, given_zh),
        }
    }

    /// What a story calls them in English.
    pub fn short_en(&self) -> &str {
        &self.short.0
    }

    /// What a story calls them in Chinese.
    pub fn short_zh(&self) -> &str {
        &self.short.1
    }

    pub fn name(&self) -> Result<Name, ParseError> {
        self.latin.parse()
    }

    pub fn names(&self) -> Result<Localised<Name>, ParseError> {
        Ok(Localised(self.localised()?))
    }

    fn localised(&self) -> Result<BTreeMap<LanguageTag, Name>, ParseError> {
        let mut names = BTreeMap::new();
        names.insert("zh-Hant".parse()?, self.zh.parse()?);
        names.insert("zh-Hans".parse()?, simplified(&self.zh).parse()?);
        if let Some((tag, own)) = &self.own {
            names.insert(tag.parse()?, own.parse()?);
        }
        Ok(names)
    }

    pub fn credit(&self, role: CreditRole, part: Option<&str>) -> Result<Credit, ParseError> {
        Ok(Credit {
            localised: self.localised()?,
            character: part.map(str::parse).transpose()?,
            ..Credit::new(role, self.name()?)
        })
    }
}
