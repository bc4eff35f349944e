//! What follows from a title's category and stage: its year and length, who is sought and who made it.

use slate_domain::ParseError;
use slate_domain::credit::{Credit, CreditRole};
use slate_domain::date::Date;
use slate_domain::identifier::{Eidr, Identifier, ImdbId, Isan};
use slate_domain::kinds::{Category, LookingFor, Stage};
use slate_domain::title::{Episodes, Minutes};

use super::countries::Origin;
use super::dice::Dice;
use super::people::Person;

/// Books are finished, series are sold early, films at every stage.
pub fn stage(dice: &mut Dice, category: Category) -> Stage {
    use Stage::*;
    match category {
        Category::Literary => dice.weighted([(Released, 80), (Completed, 15), (Development, 5)]),
        Category::Format => dice.weighted([
            (Released, 50),
            (Completed, 15),
            (Development, 25),
            (Idea, 10),
        ]),
        Category::Short => dice.weighted([(Completed, 55), (Released, 25), (PostProduction, 20)]),
        _ => dice.weighted([
            (Idea, 4),
            (Development, 17),
            (Packaging, 8),
            (PreProduction, 9),
            (Production, 10),
            (PostProduction, 12),
            (Completed, 24),
            (Released, 16),
        ]),
    }
}

/// The year by the stage, and of what is out the day.
pub fn dated(dice: &mut Dice, stage: Stage) -> Result<(u16, Option<Date>), ParseError> {
    let year = match stage {
        Stage::Idea | Stage::Development | Stage::Packaging => 2028,
        Stage::PreProduction => dice.one([2027, 2028]),
        Stage::Production | Stage::PostProduction => 2027,
        Stage::Completed => dice.one([2026, 2026, 2027]),
        Stage::Released => dice.one([2024, 2025, 2025, 2026]),
    };
    let released = if stage == Stage::Released {
        let text = format!(
            "{year}-{:02}-{:02}",
            dice.between(1, 12),
            dice.between(1, 28)
        );
        Some(slate_domain::date::parse_date(&text)?)
    } else {
        None
    };
    Ok((year, released))
}

pub fn length(
    dice: &mut Dice,
    category: Category,
    stage: Stage,
) -> Result<(Option<Minutes>, Option<Episodes>), ParseError> {
    let minutes = |low, high, dice: &mut Dice| Minutes::try_from(dice.between(low, high)).map(Some);
    let early = stage <= Stage::Development && dice.chance(50);
    Ok(match category {
        Category::Literary | Category::Game => (None, None),
        Category::TvSeries => {
            let episodes = dice.one([6, 8, 8, 10, 12, 16, 24, 36]);
            let each = dice.one([25, 30, 45, 50, 60]);
            (
                if early {
                    None
                } else {
                    Some(Minutes::try_from(episodes * each)?)
                },
                Some(Episodes::try_from(episodes)?),
            )
        }
        Category::Format => {
            let episodes = dice.one([8, 10, 12, 20]);
            (
                Some(Minutes::try_from(episodes * dice.one([45, 60, 90]))?),
                Some(Episodes::try_from(episodes)?),
            )
        }
        _ if early => (None, None),
        Category::Short => (minutes(6, 34, dice)?, None),
        Category::Documentary => (minutes(52, 118, dice)?, None),
        Category::Animation => (minutes(74, 112, dice)?, None),
        Category::Film => (minutes(82, 146, dice)?, None),
    })
}

pub fn looking_for(dice: &mut Dice, category: Category, stage: Stage) -> Vec<LookingFor> {
    use LookingFor::*;
    let all: &[LookingFor] = match (category, stage) {
        (Category::Literary, _) => &[Adaptation, CoProducer, Merchandise],
        (Category::Game, _) => &[Investor, Adaptation, Merchandise, Distributor],
        (Category::Format, _) => &[FormatLicence, CoProducer, Distributor],
        (_, Stage::Idea | Stage::Development) => &[CoProducer, Investor],
        (_, Stage::Packaging | Stage::PreProduction) => {
            &[CoProducer, Investor, PreSale, SalesAgent]
        }
        (_, Stage::Production | Stage::PostProduction) => &[PreSale, SalesAgent, Distributor],
        (_, Stage::Completed) => &[Distributor, SalesAgent],
        (_, Stage::Released) => &[Distributor, Remake],
    };
    let wanted = dice.some_of(all, 60);
    if wanted.is_empty() {
        all.iter().take(1).copied().collect()
    } else {
        wanted
    }
}

pub fn credits(
    dice: &mut Dice,
    category: Category,
    stage: Stage,
    origin: &Origin,
) -> Result<Vec<Credit>, ParseError> {
    use CreditRole::*;
    let roles: &[CreditRole] = match category {
        Category::Literary => &[Author, Illustrator, Publisher],
        Category::Game => &[GameDesigner, Writer, Composer],
        Category::Format => &[Creator, Producer, Host],
        Category::TvSeries => &[
            Showrunner,
            Writer,
            Director,
            Producer,
            Cinematographer,
            Composer,
        ],
        Category::Animation => &[Director, Writer, AnimationDirector, Producer, Composer],
        Category::Documentary => &[Director, Producer, Cinematographer, Editor],
        Category::Film | Category::Short => &[
            Director,
            Writer,
            Producer,
            Cinematographer,
            Editor,
            Composer,
            ProductionDesigner,
        ],
    };
    // Early on, few are on board.
    let known = match stage {
        Stage::Idea => 1,
        Stage::Development => 3,
        _ => roles.len(),
    };
    let mut credits = Vec::new();
    for role in roles.iter().take(known) {
        credits.push(Person::new(dice, origin.code).credit(*role, None)?);
    }
    let seen = match category {
        Category::Film | Category::TvSeries | Category::Short if stage >= Stage::Packaging => {
            Some(Cast)
        }
        Category::Animation if stage >= Stage::Production => Some(Voice),
        _ => None,
    };
    if let Some(role) = seen {
        for _ in 0..dice.between(2, 4) {
            let part = Person::new(dice, origin.code);
            credits.push(Person::new(dice, origin.code).credit(role, Some(part.short_en()))?);
        }
    }
    Ok(credits)
}

/// Registered works have numbers; nobody else has the same, since the title's own is among the digits.
pub fn identifiers(
    dice: &mut Dice,
    category: Category,
    stage: Stage,
    number: u32,
) -> Result<Vec<Identifier>, ParseError> {
    let registered = stage >= Stage::Completed
        && !matches!(
            category,
            Category::Literary | Category::Game | Category::Format
        );
    if !registered {
        return Ok(Vec::new());
    }
    let mut identifiers = Vec::new();
    let mut bytes = dice.bytes();
    let [_, b, c, d] = number.to_be_bytes();
    let [.., x, y, z] = &mut bytes;
    (*x, *y, *z) = (b, c, d);
    if dice.chance(85) {
        identifiers.push(Identifier::Eidr(Eidr::from_suffix(bytes)));
    }
    if dice.chance(60) {
        let root = u64::from(dice.between(0, 0xFF_FFFF)) << 24 | u64::from(number);
        identifiers.push(Identifier::Isan(Isan::from_root(root, 0, None)));
    }
    if dice.chance(70) {
        // Beyond the numbers that are in use.
        identifiers.push(Identifier::Imdb(ImdbId::new(
            9_000_000_000 + u64::from(number),
        )?));
    }
    Ok(identifiers)
}
