//! The picture a link is shown by elsewhere: 1200 by 630 pixels, as PNG, since hardly anybody who shows
//! such cards draws SVG.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// The fonts of the machine; reading them takes a while.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_system_fonts();
    // The generic family has to be one that is there.
    let wanted = ["Inter", "Noto Sans", "Liberation Sans", "DejaVu Sans"];
    let there = |wanted: &&str| {
        let mut families = fonts.faces().flat_map(|face| &face.families);
        families.any(|(family, _)| family == wanted)
    };
    if let Some(family) = wanted.into_iter().find(there) {
        fonts.set_sans_serif_family(family);
    }
    Arc::new(fonts)
});

/// What stands on a card.
#[derive(Debug, Clone, Default)]
pub struct Card {
    /// The key art, as a whole SVG document.
    pub art: Option<String>,
    /// A number that gives the ground its hue.
    pub hue: u32,
    pub name: String,
    /// Below the name.
    pub line: String,
    /// The market's name, at the foot.
    pub market: String,
}

/// Draws a card. Takes some tens of milliseconds of a processor.
///
/// # Errors
/// Says what could not be drawn.
pub fn draw(card: &Card) -> Result<Vec<u8>, String> {
    let mut canvas = Pixmap::new(WIDTH, HEIGHT).ok_or("there is no canvas of that size")?;
    render(&ground(card), Transform::identity(), &mut canvas)?;
    if let Some(art) = &card.art {
        let tree = tree(art)?;
        let size = tree.size();
        let scale = 630.0 / size.height();
        resvg::render(
            &tree,
            Transform::from_scale(scale, scale),
            &mut canvas.as_mut(),
        );
    }
    canvas.encode_png().map_err(|error| error.to_string())
}

/// The mark of the site as a square of so many pixels; `inset` leaves a tenth at each side, for home
/// screens that cut icons to a shape.
///
/// # Errors
/// Says what could not be drawn.
pub fn icon(side: u32, inset: bool) -> Result<Vec<u8>, String> {
    let mut canvas = Pixmap::new(side, side).ok_or("there is no canvas of that size")?;
    let tree = tree(include_str!("../../public/favicon.svg"))?;
    let whole = f32::from(u16::try_from(side).unwrap_or(u16::MAX));
    let (room, margin) = match inset {
        true => {
            canvas.fill(resvg::tiny_skia::Color::from_rgba8(12, 11, 16, 255));
            (whole * 0.8, whole * 0.1)
        }
        false => (whole, 0.0),
    };
    let scale = room / tree.size().height();
    let at = Transform::from_scale(scale, scale).post_translate(margin, margin);
    resvg::render(&tree, at, &mut canvas.as_mut());
    canvas.encode_png().map_err(|error| error.to_string())
}

fn tree(svg: &str) -> Result<Tree, String> {
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        font_family: "sans-serif".to_owned(),
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|error| error.to_string())
}

fn render(svg: &str, at: Transform, canvas: &mut Pixmap) -> Result<(), String> {
    resvg::render(&tree(svg)?, at, &mut canvas.as_mut());
    Ok(())
}

/// The ground with its lettering; the key art comes to stand at the left.
fn ground(card: &Card) -> String {
    let left = if card.art.is_some() { 480 } else { 80 };
    let lines = lines(&card.name, if left == 480 { 17.0 } else { 26.0 });
    let size = if lines.len() > 2 { 62 } else { 76 };
    let first = 300 - (i32::try_from(lines.len()).unwrap_or(1) - 1) * size / 2;
    let mut text = String::new();
    for (line, y) in lines
        .iter()
        .zip((first..).step_by(size.unsigned_abs() as usize * 11 / 10))
    {
        text += &format!(
            "<text x='{left}' y='{y}' font-size='{size}' font-weight='700' fill='#fff8f0'>{}</text>",
            escaped(line)
        );
    }
    let below = first + size * 11 / 10 * i32::try_from(lines.len()).unwrap_or(1);
    let second = crop(&card.line, 44.0);
    let market = crop(&card.market, 40.0);
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{HEIGHT}' font-family='sans-serif'>\
         <defs><radialGradient id='g' cx='.85' cy='.1' r='1.1'><stop stop-color='{}'/><stop offset='1' stop-color='#0c0b10'/></radialGradient></defs>\
         <rect width='{WIDTH}' height='{HEIGHT}' fill='#0c0b10'/><rect width='{WIDTH}' height='{HEIGHT}' fill='url(#g)'/>\
         {text}<text x='{left}' y='{below}' font-size='32' fill='#d9cfc6'>{}</text>\
         <rect x='{left}' y='530' width='54' height='8' fill='#ff8a50'/>\
         <text x='{left}' y='584' font-size='30' font-weight='700' fill='#ff8a50'>{}</text></svg>",
        glow(card.hue),
        escaped(&second),
        escaped(&market),
    )
}

fn glow(hue: u32) -> &'static str {
    const GLOWS: [&str; 6] = [
        "#5a2318", "#4a1f4f", "#17405a", "#1d4a35", "#57401a", "#33307a",
    ];
    GLOWS[hue as usize % GLOWS.len()]
}

/// How wide a character is drawn, about, in ems.
fn em(letter: char) -> f32 {
    match letter {
        'i' | 'l' | 'j' | ' ' | '.' | ',' | '\'' => 0.36,
        'm' | 'w' | 'M' | 'W' => 1.0,
        letter if letter < '\u{1100}' => 0.64,
        _ => 1.05,
    }
}

fn wide(text: &str) -> f32 {
    text.chars().map(em).sum()
}

/// As much of a text as has room, in ems of its own size.
fn crop(text: &str, room: f32) -> String {
    if wide(text) * 0.9 <= room {
        return text.to_owned();
    }
    let mut used = 1.0;
    let fits = |letter: &char| {
        used += em(*letter) * 0.9;
        used <= room
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

/// At most four lines of so many ems.
fn lines(text: &str, room: f32) -> Vec<String> {
    let room = room * 0.56;
    let mut lines: Vec<String> = Vec::new();
    let parted = wide(text) <= room || text.contains(' ');
    let pieces: Vec<String> = match parted {
        true => text
            .split_whitespace()
            .map(|word| format!("{word} "))
            .collect(),
        false => text.chars().map(String::from).collect(),
    };
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if wide(line) + wide(piece.trim_end()) <= room => line.push_str(&piece),
            _ => lines.push(piece),
        }
    }
    if lines.len() > 4 {
        let rest = lines.split_off(3).concat();
        lines.push(rest);
    }
    lines
        .iter()
        .map(|line| crop(line.trim_end(), room))
        .collect()
}

fn escaped(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_control() && !('\u{fffe}'..='\u{ffff}').contains(letter))
        .map(|letter| match letter {
            '&' => "&amp;".to_owned(),
            '<' => "&lt;".to_owned(),
            '>' => "&gt;".to_owned(),
            letter => letter.to_string(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(name: &str, art: Option<&str>) -> Card {
        Card {
            art: art.map(str::to_owned),
            hue: 3,
            name: name.to_owned(),
            line: "Feature film · 2027 <Hong Kong> & Japan".to_owned(),
            market: "Harbour Film Market 2027".to_owned(),
        }
    }

    #[test]
    fn a_card_is_a_png_of_its_size() {
        let art = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 600' width='400' height='600'><path d='M0 0H400V600H0Z' fill='#f00'/></svg>";
        for name in [
            "Ferry",
            &"X".repeat(300),
            "<script>&",
            "海".repeat(90).as_str(),
            "",
        ] {
            let png = draw(&card(name, Some(art))).unwrap();
            assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
            assert_eq!(png[16..24], [0, 0, 4, 0xb0, 0, 0, 2, 0x76]);
        }
        let with = draw(&card("Ferry", Some(art))).unwrap();
        assert_ne!(with, draw(&card("Ferry", None)).unwrap());
    }

    #[test]
    fn an_icon_has_its_size() {
        for (side, inset) in [(192, false), (512, false), (512, true)] {
            let png = icon(side, inset).unwrap();
            assert_eq!(png[16..20], side.to_be_bytes());
        }
    }

    #[test]
    fn an_art_that_is_none_is_told() {
        assert!(draw(&card("Ferry", Some("<svg"))).is_err());
    }

    #[test]
    fn long_names_are_broken_and_cropped() {
        assert_eq!(lines("The Long Tide Home", 17.0).len(), 2);
        assert!(lines(&"ab ".repeat(100), 17.0).len() <= 4);
        assert!(
            lines(&"x".repeat(300), 17.0)
                .iter()
                .all(|line| wide(line) < 17.0)
        );
    }
}
