//! Festivals, all invented, and how titles did there.

use slate_domain::ParseError;
use slate_domain::date::Year;
use slate_domain::kinds::{FestivalOutcome, Stage};
use slate_domain::title::Festival;

use super::dice::Dice;
use super::words;

/// Projects go to project markets, finished works to festivals.
pub fn festivals(dice: &mut Dice, stage: Stage, year: u16) -> Result<Vec<Festival>, ParseError> {
    let count = match stage {
        Stage::Released => dice.between(0, 4),
        Stage::Completed => dice.between(0, 3),
        Stage::PostProduction | Stage::Production => u32::from(dice.chance(20)),
        _ => u32::from(dice.chance(12)),
    };
    let mut festivals: Vec<Festival> = Vec::new();
    for _ in 0..count {
        let name = words::pick(dice, "festivals", "festival").en().parse()?;
        if festivals.iter().any(|festival| festival.name == name) {
            continue;
        }
        let finished = stage >= Stage::Completed;
        let outcome = if finished {
            dice.weighted([
                (FestivalOutcome::Selected, 55),
                (FestivalOutcome::Nominated, 20),
                (FestivalOutcome::Won, 20),
                (FestivalOutcome::Honoured, 5),
            ])
        } else {
            FestivalOutcome::Selected
        };
        let award = match outcome {
            _ if !finished => "Project Market",
            FestivalOutcome::Selected => words::pick(dice, "festivals", "section").en(),
            _ => words::pick(dice, "festivals", "prize").en(),
        };
        let year = if finished {
            year.clamp(2024, 2027)
        } else {
            2026
        };
        festivals.push(Festival {
            name,
            year: Some(Year::new(year)?),
            outcome,
            award: Some(award.parse()?),
        });
    }
    Ok(festivals)
}
