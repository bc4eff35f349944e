//! Budgets: what a work of its kind costs in its country, in its currency and in round figures.

use slate_domain::ParseError;
use slate_domain::kinds::{Category, Stage};
use slate_domain::money::Money;
use slate_domain::title::Percent;

use super::countries::Origin;
use super::dice::Dice;

/// What a work costs; literary works and early ideas name no budget.
pub fn budget(
    dice: &mut Dice,
    category: Category,
    stage: Stage,
    origin: &Origin,
) -> Result<Option<Money>, ParseError> {
    // Thousands of US dollars at the prices of the United States.
    let (low, high) = match category {
        Category::Film => (1_200, 24_000),
        Category::Short => (30, 250),
        Category::Documentary => (250, 2_400),
        Category::Animation => (3_000, 38_000),
        Category::TvSeries => (2_500, 45_000),
        Category::Format => (400, 5_000),
        Category::Game => (300, 9_000),
        Category::Literary => return Ok(None),
    };
    if stage == Stage::Idea && dice.chance(60) || dice.chance(18) {
        return Ok(None);
    }
    // The lower of two draws: most productions are small.
    let usd = u64::from(dice.between(low, high).min(dice.between(low, high))) * 1_000;
    let own = u128::from(usd) * u128::from(origin.cost) * u128::from(origin.per_usd) / 100_000;
    let sum = i64::try_from(rounded(own)).unwrap_or(i64::MAX);
    Money::new(sum, origin.currency.parse()?).map(Some)
}

/// Two digits and zeros.
fn rounded(sum: u128) -> u128 {
    let mut unit = 1;
    while sum / unit >= 100 {
        unit *= 10;
    }
    sum / unit * unit
}

/// How much of the budget is in place, by stage, in steps of five.
pub fn financed(dice: &mut Dice, stage: Stage) -> Result<Option<Percent>, ParseError> {
    let (low, high) = match stage {
        Stage::Idea => return Ok(None),
        Stage::Development => (0, 7),
        Stage::Packaging => (4, 12),
        Stage::PreProduction => (10, 16),
        Stage::Production => (14, 19),
        Stage::PostProduction => (16, 20),
        Stage::Completed | Stage::Released => (20, 20),
    };
    Percent::try_from(dice.between(low, high) * 5).map(Some)
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn sums_are_round() {
        assert_eq!(rounded(12_345_678), 12_000_000);
        assert_eq!(rounded(99), 99);
        assert_eq!(rounded(0), 0);
    }
}
