//! Houses, books, boards: what stands for a story.

use super::{Colours, block, disc, figure, line, shape};
use crate::demo::draw::dice::Dice;

/// A house on a hill with one light on.
pub fn house(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (x, foot, wide) = (d.between(w / 3, w * 3 / 5), h * 29 / 50, w / 5);
    let mut out = disc(d.between(w / 5, w * 4 / 5), h / 4, h / 10, &c[4]);
    out += &shape(
        &format!("M0 {}Q{x} {} {w} {}V{h}H0z", h * 7 / 10, h / 2, h * 3 / 4),
        &c[1],
    );
    out += &block(x, foot - wide, wide, wide * 5 / 4, &c[0]);
    out += &shape(
        &format!(
            "M{} {}l{} -{}l{} {}z",
            x - wide / 6,
            foot - wide,
            wide * 2 / 3,
            wide * 2 / 3,
            wide * 2 / 3,
            wide * 2 / 3
        ),
        &c[0],
    );
    out += &block(
        x + wide * 3 / 4,
        foot - wide * 8 / 5,
        wide / 8,
        wide / 2,
        &c[0],
    );
    let lit = d.below(4);
    for n in 0..4 {
        let fill = if n == lit { &c[3] } else { &c[2] };
        out += &block(
            x + wide / 6 + n % 2 * wide * 2 / 5,
            foot - wide * 5 / 6 + n / 2 * wide / 2,
            wide / 4,
            wide / 4,
            fill,
        );
    }
    out + &line(
        &format!(
            "M{} {}q-{} {} -{} {}",
            x + wide / 2,
            foot + wide / 4,
            wide,
            wide / 2,
            wide / 2,
            h - foot
        ),
        &c[2],
        6,
    )
}

/// An open book that something rises from.
pub fn book(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (x, y, half) = (w / 2, h * 11 / 20, w * 3 / 8);
    let mut out = String::new();
    for n in 0..9 {
        let turn = n * 16 + 296 + d.below(8);
        out += &format!(
            "<g transform='rotate({} {x} {y})'>{}</g>",
            turn % 360,
            shape(
                &format!(
                    "M{} {y}L{x} {}L{} {y}z",
                    x - w / 50,
                    y - h * 2 / 5,
                    x + w / 50
                ),
                &c[if n % 2 == 0 { 3 } else { 2 }]
            )
        );
    }
    out += &disc(x, y - h / 5, h / 14, &c[4]);
    let page = |to: i32, by: i32| {
        shape(
            &format!(
                "M{x} {y}Q{} {} {to} {}V{}Q{} {} {x} {}z",
                x + by / 2,
                y - h / 14,
                y - h / 40,
                y + h / 9,
                x + by / 2,
                y + h / 14,
                y + h / 7
            ),
            &c[4],
        )
    };
    out += &(page(x - half, -half) + &page(x + half, half));
    for row in 1..5 {
        let y = y + h * row / 44;
        out += &line(
            &format!(
                "M{} {y}h{}M{} {y}h{}",
                x - half + w / 24,
                half * 3 / 4,
                x + w / 20,
                half * 3 / 4
            ),
            &c[2],
            2,
        );
    }
    out
}

/// A clock without mercy.
pub fn clock(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (x, y, r) = (w / 2, h * 2 / 5, h / 4);
    let mut out = disc(x, y, r, &c[0]) + &disc(x, y, r * 9 / 10, &c[4]);
    for n in 0..12 {
        let long = if n % 3 == 0 { r / 5 } else { r / 10 };
        out += &format!(
            "<g transform='rotate({} {x} {y})'>{}</g>",
            n * 30,
            line(&format!("M{x} {}v{long}", y - r * 4 / 5), &c[0], 5)
        );
    }
    for (long, width) in [(r / 2, 9), (r * 3 / 4, 5)] {
        out += &format!(
            "<g transform='rotate({} {x} {y})'>{}</g>",
            d.below(360),
            line(&format!("M{x} {}V{}", y + r / 8, y - long), &c[0], width)
        );
    }
    out + &disc(x, y, r / 14, &c[3]) + &figure(w / 2, h * 4 / 5, h / 9, &c[3])
}

/// Frames of a film, each a little later.
pub fn frames(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (across, down) = (3, 4);
    let (wide, tall) = (w / across, h * 3 / 5 / down);
    let mut out = block(0, 0, w, h, &c[0]);
    let level = d.between(3, 7);
    for n in 0..across * down {
        let (x, y) = (n % across * wide + 4, n / across * tall + 6);
        out += &block(x, y, wide - 8, tall - 8, &c[if n % 5 == 0 { 2 } else { 1 }]);
        let r = tall / 6;
        let rise = tall * 3 / 5 - tall * n * level / 160;
        out += &disc(x + wide / 4 + wide * n / 40, y + rise.max(r), r, &c[3]);
        out += &shape(
            &format!(
                "M{x} {}v-{}l{} {}v{}z",
                y + tall - 8,
                tall / 4,
                wide - 8,
                tall / 12,
                tall / 6
            ),
            &c[4],
        );
    }
    out
}

/// A stage under lights.
pub fn stage(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (floor, x) = (h * 13 / 20, w / 2);
    let mut out = String::new();
    for n in 0..5 {
        let from = w * (2 * n + 1) / 10;
        let to = d.between(w / 5, w * 4 / 5);
        out += &format!(
            "<path d='M{from} 0L{} {floor}h{}z' fill='{}' opacity='.45'/>",
            (to - (w / 8)),
            w / 4,
            c[if n % 2 == 0 { 3 } else { 4 }]
        );
        out += &block(from - w / 40, 0, w / 20, h / 40, &c[0]);
    }
    out += &format!(
        "<ellipse cx='{x}' cy='{floor}' rx='{}' ry='{}' fill='{}'/>",
        w * 2 / 5,
        h / 22,
        c[3]
    );
    out += &figure(x, floor, h / 5, &c[0]);
    let hand = floor - h / 8;
    out + &line(&format!("M{x} {hand}l{} -{}", w / 14, h / 16), &c[0], 6)
        + &block(0, floor + h / 18, w, h, &c[0])
}

/// Tiles and pieces.
pub fn board(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let mut out = String::new();
    let (wide, tall) = (w / 10, h / 26);
    for row in 0..9 {
        for column in 0..6 {
            let x = w / 2 + wide * column * 9 / 10;
            let x = x + wide * 2 - wide * row * 9 / 10 - wide / 3;
            let y = h / 6 + (row + column) * tall * 9 / 10;
            let up = [0, 0, 0, tall, tall * 2][d.below(5) as usize];
            let y = y - up.min(y);
            let fill = &c[[2, 1, 2, 3, 4][d.below(5) as usize]];
            out += &shape(
                &format!("M{x} {y}l{wide} {tall}l-{wide} {tall}l-{wide} -{tall}z"),
                fill,
            );
            out += &shape(
                &format!(
                    "M{} {}l{wide} {tall}v{}l-{wide} -{tall}z",
                    (x - (wide)),
                    y + tall,
                    up + tall
                ),
                &c[0],
            );
            out += &shape(
                &format!(
                    "M{x} {}l{wide} -{tall}v{}l-{wide} {tall}z",
                    y + tall * 2,
                    up + tall
                ),
                &c[1],
            );
        }
    }
    out
}
