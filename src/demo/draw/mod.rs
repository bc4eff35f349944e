//! Draws key art and stills of made-up titles: pure functions of what a title is, as whole SVG documents.

mod dice;
mod palette;
mod scenes;
mod type_set;

use dice::Dice;
pub use palette::palette;

/// What a picture is drawn from.
pub struct Brief<'a> {
    /// Of this title: decides palette and composition.
    pub seed: u64,
    /// The codes of its first genre and its category.
    pub genre: &'a str,
    pub category: &'a str,
    /// The category as it stands at the foot.
    pub form: &'a str,
    /// The English name.
    pub name: &'a str,
    /// The original or Chinese name and its language.
    pub other: Option<(&'a str, &'a str)>,
    /// “A film by …”, or nothing.
    pub credit: &'a str,
}

/// The poster of a title, 400 by 600.
pub fn key_art(brief: &Brief) -> String {
    let colours = palette(brief.seed);
    document(
        400,
        600,
        &(picture(brief, &colours, 0, 400, 600) + &type_set::lettering(brief, &colours)),
    )
}

/// A moment of a title, 640 by 360, without words.
pub fn still(brief: &Brief, number: u32) -> String {
    document(
        640,
        360,
        &picture(brief, &palette(brief.seed), number + 1, 640, 360),
    )
}

/// Nothing is drawn outside of the frame, whatever a composition does.
fn document(w: i32, h: i32, inside: &str) -> String {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {w} {h}' width='{w}' height='{h}'>{inside}</svg>"
    )
}

/// The poster's own composition first, then the others of its genre in turn.
fn picture(brief: &Brief, c: &[String; 5], moment: u32, w: i32, h: i32) -> String {
    let scenes = scenes::of(brief.category, brief.genre);
    let first = Dice::new(brief.seed, 2)
        .below(i32::try_from(scenes.len()).unwrap_or(1))
        .unsigned_abs();
    let scene = scenes[(first + moment) as usize % scenes.len()];
    let sky = format!(
        "<linearGradient id='s' x2='0' y2='1'><stop stop-color='{}'/><stop offset='.7' stop-color='{}'/></linearGradient><path d='M0 0H{w}V{h}H0Z' fill='url(#s)'/>",
        c[1], c[2]
    );
    sky + &scene(&mut Dice::new(brief.seed, 3 + u64::from(moment)), c, w, h)
}

#[cfg(test)]
mod tests {
    use super::{Brief, key_art, still};

    fn brief(seed: u64, name: &str) -> Brief<'_> {
        Brief {
            seed,
            genre: "drama",
            category: "film",
            form: "Feature film",
            name,
            other: Some(("潮汐 & 燈", "zh-Hant")),
            credit: "A film by <X>",
        }
    }

    #[test]
    fn same_seed_same_picture_and_bounded() {
        for seed in 0..200 {
            let art = key_art(&brief(seed, &"W<".repeat(150)));
            assert_eq!(art, key_art(&brief(seed, &"W<".repeat(150))));
            assert!(art.len() < 12_288 && !art.contains("W<W"));
            assert_ne!(art, key_art(&brief(seed + 1, "Other")));
            assert_ne!(still(&brief(seed, "A"), 0), still(&brief(seed, "A"), 4));
        }
    }
}
