//! Somebody, seen from a distance or too close.

use super::{Colours, block, disc, figure, line, shape, sun};
use crate::demo::draw::dice::Dice;

pub fn door(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (x, wide, foot) = (
        d.between(w / 3, w * 2 / 3),
        w / d.between(6, 9),
        h * 13 / 20,
    );
    format!(
        "<path d='M0 0H{w}V{h}H0Z' fill='{}'/><path d='M{} {foot}V{}h{}V{foot}L{} {h}H{}Z' fill='{}'/>",
        c[0],
        x - wide,
        h / 6,
        wide * 2,
        x + wide * 2,
        x - wide * 2,
        c[3]
    ) + &disc(x, foot - h / 4, h / 34, &c[0])
        + &format!(
            "<path d='M{} {foot}l{1} -{2}h{1}l{1} {2}z' fill='{3}'/>",
            x - h / 16,
            h / 24,
            h * 9 / 40,
            c[0]
        )
}

/// Two who stand apart before a low sun.
pub fn pair(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (foot, gap, tall) = (h * 7 / 10, d.between(w / 14, w / 4), h * 3 / 10);
    disc(w / 2, h * 2 / 5, d.between(h / 5, h / 4), &c[3])
        + &block(0, foot - 4, w, h, &c[0])
        + &figure(w / 2 - gap, foot, tall, &c[0])
        + &figure(w / 2 + gap, foot, tall * 9 / 10, &c[0])
}

/// Rain, and an umbrella in it.
pub fn rain(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let mut out = String::new();
    for _ in 0..46 {
        let (x, y, long) = (d.below(w), d.below(h * 4 / 5), d.between(h / 30, h / 11));
        let colour = &c[[2, 2, 4][d.below(3) as usize]];
        out += &line(&format!("M{x} {y}l-{} {long}", long / 5), colour, 2);
    }
    let (x, foot, tall) = (d.between(w * 2 / 5, w * 3 / 5), h * 3 / 4, h * 3 / 10);
    let (r, top) = (h / 7, foot - tall - h / 40);
    out += &block(0, foot, w, h, &c[0]);
    out += &figure(x, foot, tall, &c[0]);
    out += &line(
        &format!("M{} {}V{top}", x + tall / 5, foot - tall / 3),
        &c[0],
        4,
    );
    out + &shape(
        &format!(
            "M{} {top}a{r} {r} 0 0 1 {} 0q-{} -{} -{} 0q-{} -{} -{} 0q-{} -{} -{} 0z",
            x + tall / 5 - r,
            r * 2,
            r / 3,
            r / 5,
            r * 2 / 3,
            r / 3,
            r / 5,
            r * 2 / 3,
            r / 3,
            r / 5,
            r * 2 / 3
        ),
        &c[3],
    )
}

/// An eye that fills the picture.
pub fn eye(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (y, half, r) = (h * 2 / 5, w * 9 / 20, w.min(h) / 5);
    let x = w / 2;
    let lid = |lift: i32, fill: &str| {
        shape(
            &format!(
                "M{} {y}Q{x} {} {} {y}Q{x} {} {} {y}z",
                x - half,
                (y - (lift)),
                x + half,
                y + lift,
                x - half
            ),
            fill,
        )
    };
    let mut out = lid(r * 5 / 2, &c[1]) + &lid(r * 21 / 10, &c[4]) + &disc(x, y, r, &c[3]);
    for n in 0..24 {
        out += &format!(
            "<g transform='rotate({} {x} {y})'>{}</g>",
            n * 15 + d.below(9),
            line(
                &format!("M{x} {}v{}", y - r + 3, d.between(r / 4, r / 2)),
                &c[2],
                3
            )
        );
    }
    out + &disc(x, y, r / 2, &c[0]) + &disc(x + r / 5, y - r / 4, r / 7, &c[4])
}

/// A face in two halves.
pub fn mask(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (x, y, rx, ry) = (w / 2, h * 2 / 5, h / 5, h * 7 / 25);
    let half = |side: i32, fill: &str| {
        shape(
            &format!("M{x} {}A{rx} {ry} 0 0 {side} {x} {}z", y - ry, y + ry),
            fill,
        )
    };
    let (left, right) = if d.below(2) == 0 { (3, 4) } else { (4, 3) };
    let mut out = half(0, &c[left]) + &half(1, &c[right]);
    for side in [x - rx / 2, x + rx / 2] {
        out += &shape(
            &format!(
                "M{} {}q{} -{} {} 0q-{} {} -{} 0z",
                side - rx / 4,
                y - ry / 6,
                rx / 4,
                rx / 3,
                rx / 2,
                rx / 4,
                rx / 6,
                rx / 2
            ),
            &c[0],
        );
    }
    let smile = d.between(ry / 8, ry / 3);
    out += &line(
        &format!("M{} {}q{} {smile} {} 0", x - rx / 2, y + ry / 2, rx / 2, rx),
        &c[0],
        7,
    );
    out + &line(&format!("M{x} {}v{}", y - ry, ry * 2), &c[0], 2)
}

/// Heads, row above row, one of them lit.
pub fn crowd(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let mut out = sun(d, c, w, h);
    let lit = d.between(1, 5);
    for row in 0..4 {
        let (size, y) = (w / 16 + row * w / 60, h * (9 + 2 * row) / 20);
        for n in 0..7 {
            let x = w * n / 6 + if row % 2 == 0 { 0 } else { w / 12 };
            let fill = if row == 2 && n == lit {
                &c[3]
            } else {
                &c[[2, 1, 1, 0][row as usize]]
            };
            out += &disc(x, y, size * 2 / 3, fill);
            out += &shape(
                &format!(
                    "M{} {h}V{}q{size} -{size} {} 0V{h}z",
                    (x - (size)),
                    y + size * 3 / 2,
                    size * 2
                ),
                fill,
            );
        }
    }
    out
}

/// Two with blades within a stroke of the brush.
pub fn duel(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (x, y, r, foot, tall) = (w / 2, h * 2 / 5, h * 11 / 50, h * 29 / 50, h / 5);
    let mut out = format!(
        "<circle cx='{x}' cy='{y}' r='{r}' fill='none' stroke='{}' stroke-width='{}' stroke-linecap='round' stroke-dasharray='{} {}' transform='rotate({} {x} {y})'/>",
        c[3],
        h / 26,
        r * 5,
        r * 2,
        d.below(360)
    );
    let gap = d.between(w / 8, w / 5);
    out += &figure(x - gap, foot, tall, &c[0]);
    out += &figure(x + gap, foot, tall, &c[0]);
    let hand = foot - tall / 2;
    out += &line(
        &format!(
            "M{} {hand}L{} {}M{} {hand}L{} {}",
            x - gap,
            x + gap / 2,
            hand - tall * 3 / 4,
            x + gap,
            x - gap / 2,
            hand - tall * 3 / 4
        ),
        &c[4],
        4,
    );
    out + &block(0, foot - 2, w, h, &c[0])
}
