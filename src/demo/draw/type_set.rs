//! The lettering of a poster, fitted by an estimate of its width that is rather too wide.

use super::Brief;
use super::dice::Dice;

/// What a line may take of the 400.
const MEASURE: f64 = 344.0;
const FACES: [(&str, &str); 3] = [
    (
        "Inter,Helvetica Neue,Arial,Liberation Sans,sans-serif",
        "800",
    ),
    ("Georgia,Times New Roman,Liberation Serif,serif", "400"),
    ("Arial Narrow,Inter,Arial,Liberation Sans,sans-serif", "700"),
];

pub fn lettering(brief: &Brief, c: &[String; 5]) -> String {
    let mut dice = Dice::new(brief.seed, 40);
    let (face, weight) = FACES[dice.below(3) as usize];
    let (x, anchor) = if dice.below(2) == 0 {
        (200, "middle")
    } else {
        (28, "start")
    };
    let lines = broken(brief.name);
    let widest = lines.iter().map(|line| ems(line)).fold(1.0, f64::max);
    let size = (MEASURE / widest).min(132.0 / lines.len() as f64).min(60.0);
    let mut out = format!(
        "<linearGradient id='f' x2='0' y2='1'><stop stop-color='{0}' stop-opacity='0'/><stop offset='.4' stop-color='{0}' stop-opacity='.92'/></linearGradient><path d='M0 320H400V600H0Z' fill='url(#f)'/><g fill='{1}' font-family='{face}' text-anchor='{anchor}'>",
        c[0], c[4]
    );
    let top = 536.0 - size * 1.05 * (lines.len() as f64 - 1.0);
    for (row, line) in lines.iter().enumerate() {
        out += &text(
            line,
            x,
            top + size * 1.05 * row as f64,
            size,
            &format!("font-weight='{weight}'"),
        );
    }
    if let Some((other, language)) = brief.other {
        let other = cut(other, 18.0);
        out += &text(
            &other,
            x,
            top - size - 8.0,
            (MEASURE / ems(&other).max(1.0)).min(24.0),
            &format!("xml:lang='{}'", escaped(language)),
        );
    }
    out += &text(&cut(brief.credit, 30.0), x, 562.0, 11.0, "");
    out + &text(
        &cut(&brief.form.to_uppercase(), 30.0),
        x,
        580.0,
        8.0,
        "letter-spacing='2'",
    ) + "</g>"
}

fn text(words: &str, x: u32, y: f64, size: f64, more: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    format!(
        "<text x='{x}' y='{y:.1}' font-size='{size:.1}' {more}>{}</text>",
        escaped(words)
    )
}

fn ems(words: &str) -> f64 {
    words.chars().map(em).sum()
}

fn em(letter: char) -> f64 {
    match letter {
        ' ' | 'i' | 'l' | 'j' | '.' | ',' | '\'' => 0.34,
        'm' | 'w' | 'M' | 'W' | '@' => 1.02,
        'A'..='Z' => 0.78,
        _ if letter < '\u{1100}' => 0.64,
        _ => 1.05,
    }
}

fn cut(words: &str, room: f64) -> String {
    if ems(words) <= room {
        return words.to_owned();
    }
    let mut used = 1.1;
    words
        .chars()
        .take_while(|letter| {
            used += em(*letter);
            used <= room
        })
        .chain(['…'])
        .collect()
}

/// At most four lines of a width, words kept whole where they can be.
fn broken(name: &str) -> Vec<String> {
    let room = (ems(name) / 3.0).clamp(6.0, 20.0);
    let mut lines = vec![String::new()];
    for word in name.split_whitespace() {
        let fits = lines
            .last()
            .is_some_and(|line| line.is_empty() || ems(line) + ems(word) + 0.34 <= room);
        if !fits {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    if lines.len() > 4 {
        let rest = lines.split_off(3).join(" ");
        lines.push(rest);
    }
    lines.iter().map(|line| cut(line, 22.0)).collect()
}

fn escaped(words: &str) -> String {
    words
        .chars()
        .filter(|letter| !letter.is_control())
        .fold(String::new(), |mut out, letter| {
            match letter {
                '&' => out += "&amp;",
                '<' => out += "&lt;",
                '>' => out += "&gt;",
                '\'' => out += "&apos;",
                '"' => out += "&quot;",
                other => out.push(other),
            }
            out
        })
}
