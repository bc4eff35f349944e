//! A deck: three landscape pages about a title, as PDF, in the typefaces every reader of PDF has.

use pdf_writer::types::TextRenderingMode;
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

/// Points: 16 to 9.
const WIDTH: f32 = 960.0;
const HEIGHT: f32 = 540.0;
const MARGIN: f32 = 72.0;
const BODY: f32 = 18.0;

/// What a deck tells.
#[derive(Debug)]
pub struct Deck<'a> {
    pub name: &'a str,
    /// Below the name on the cover.
    pub line: &'a str,
    pub logline: &'a str,
    pub synopsis: &'a str,
    /// The company to ask.
    pub company: &'a str,
    pub market: &'a str,
    /// Ground and accent, each part from 0 to 1.
    pub colours: [[f32; 3]; 2],
}

/// The document. Letters outside of Latin are left out, since these typefaces have none.
pub fn draw(deck: &Deck) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let (catalogue, tree, regular, bold) = (Ref::new(1), Ref::new(2), Ref::new(3), Ref::new(4));
    let pages = [cover(deck), story(deck), contact(deck)];
    let page = |number: usize| Ref::new(10 + 2 * i32::try_from(number).unwrap_or(0));
    let content = |number: usize| Ref::new(11 + 2 * i32::try_from(number).unwrap_or(0));
    pdf.catalog(catalogue).pages(tree).lang(TextStr("en"));
    pdf.pages(tree)
        .kids((0..pages.len()).map(page))
        .count(i32::try_from(pages.len()).unwrap_or(0));
    for (number, drawn) in pages.into_iter().enumerate() {
        let mut one = pdf.page(page(number));
        one.media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT))
            .parent(tree)
            .contents(content(number));
        let mut resources = one.resources();
        let mut fonts = resources.fonts();
        fonts.pair(Name(b"R"), regular).pair(Name(b"B"), bold);
        fonts.finish();
        resources.finish();
        one.finish();
        pdf.stream(content(number), &drawn.finish());
    }
    for (reference, name) in [(regular, "Helvetica"), (bold, "Helvetica-Bold")] {
        pdf.type1_font(reference)
            .base_font(Name(name.as_bytes()))
            .encoding_predefined(Name(b"WinAnsiEncoding"));
    }
    pdf.document_info(Ref::new(5)).title(TextStr(deck.name));
    pdf.finish()
}

fn ground(deck: &Deck) -> Content {
    let mut content = Content::new();
    let [ground, accent] = deck.colours;
    fill(&mut content, ground);
    content.rect(0.0, 0.0, WIDTH, HEIGHT).fill_nonzero();
    fill(&mut content, accent);
    content
        .rect(MARGIN, MARGIN - 24.0, 64.0, 6.0)
        .fill_nonzero();
    content
}

fn cover(deck: &Deck) -> Content {
    let mut content = ground(deck);
    let lines = wrapped(deck.name, 54.0, 0.56);
    let mut y = 300.0 + 30.0 * lines.len() as f32;
    for line in &lines {
        text(&mut content, (b"B", 54.0), [1.0, 0.97, 0.93], y, line);
        y -= 62.0;
    }
    text(&mut content, (b"R", 20.0), deck.colours[1], y, deck.line);
    text(
        &mut content,
        (b"R", 14.0),
        [0.8, 0.78, 0.76],
        MARGIN,
        deck.market,
    );
    content
}

fn story(deck: &Deck) -> Content {
    let mut content = ground(deck);
    let mut y = HEIGHT - MARGIN - 20.0;
    for line in wrapped(deck.logline, 24.0, 0.52) {
        text(&mut content, (b"B", 24.0), deck.colours[1], y, &line);
        y -= 32.0;
    }
    y -= 18.0;
    for line in wrapped(deck.synopsis, BODY, 0.5) {
        if y < MARGIN {
            break;
        }
        text(&mut content, (b"R", BODY), [0.93, 0.92, 0.9], y, &line);
        y -= 26.0;
    }
    content
}

fn contact(deck: &Deck) -> Content {
    let mut content = ground(deck);
    text(
        &mut content,
        (b"R", 20.0),
        deck.colours[1],
        340.0,
        "Rights and enquiries",
    );
    text(
        &mut content,
        (b"B", 40.0),
        [1.0, 0.97, 0.93],
        288.0,
        deck.company,
    );
    text(
        &mut content,
        (b"R", 18.0),
        [0.8, 0.78, 0.76],
        250.0,
        deck.market,
    );
    content
}

fn fill(content: &mut Content, [red, green, blue]: [f32; 3]) {
    content.set_fill_rgb(red, green, blue);
}

fn text(content: &mut Content, (face, size): (&[u8], f32), colour: [f32; 3], y: f32, words: &str) {
    fill(content, colour);
    content
        .begin_text()
        .set_font(Name(face), size)
        .set_text_rendering_mode(TextRenderingMode::Fill)
        .next_line(MARGIN, y)
        .show(Str(&latin(words)))
        .end_text();
}

/// In the encoding of the typefaces, Windows-1252.
fn latin(words: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        '’' => Some(0x92),
        '‘' => Some(0x91),
        '“' => Some(0x93),
        '”' => Some(0x94),
        '–' => Some(0x96),
        '—' => Some(0x97),
        '…' => Some(0x85),
        '·' => Some(0xb7),
        letter => u8::try_from(letter).ok().filter(|byte| *byte >= 0x20),
    };
    words.chars().filter_map(byte).collect()
}

/// Lines that fit between the margins, by the average width of a letter in ems.
fn wrapped(words: &str, size: f32, em: f32) -> Vec<String> {
    let room = ((WIDTH - 2.0 * MARGIN) / (size * em)) as usize;
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deck_is_a_pdf_of_three_pages() {
        let deck = Deck {
            name: "The Ferry’s Last (Trip) \\ 渡輪",
            line: "Feature film · 2029",
            logline: "A ferry.",
            synopsis: &"Words and more words. ".repeat(80),
            company: "Étoile Films",
            market: "Harbour Film Market 2027",
            colours: [[0.1, 0.1, 0.2], [1.0, 0.5, 0.3]],
        };
        let pdf = draw(&deck);
        assert!(pdf.starts_with(b"%PDF-") && pdf.len() < 16 * 1024);
        let text = String::from_utf8_lossy(&pdf);
        assert!(text.contains("/Count 3"));
        assert_eq!(
            text.matches("/Type /Page\n").count() + text.matches("/Type/Page\n").count(),
            3
        );
    }

    #[test]
    fn lines_fit() {
        assert!(wrapped(&"word ".repeat(100), 18.0, 0.5).len() > 4);
        assert_eq!(latin("Étoile’s 渡"), b"\xc9toile\x92s ");
    }
}
