//! Streets, roofs, traffic.

use super::{Colours, block, disc, figure, line, shape, sun};
use crate::demo::draw::dice::Dice;

pub fn skyline(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (mut out, quay, mut x) = (sun(d, c, w, h), h * 3 / 5, 0);
    while x < w {
        let (wide, tall) = (d.between(w / 16, w / 8), d.between(h / 8, h * 2 / 5));
        out += &format!(
            "<path d='M{x} {quay}v-{tall}h{wide}v{tall}z' fill='{}'/>",
            c[0]
        );
        let (neon, light) = (
            &c[d.between(3, 5) as usize],
            d.between(tall / 4, tall * 3 / 4),
        );
        out += &format!(
            "<path d='M{} {}v{}M{0} {}v{light}' stroke='{neon}' stroke-width='4' stroke-dasharray='9 5'/>",
            x + wide / 2,
            quay - light,
            light - 6,
            quay + 12
        );
        x += wide + 3;
    }
    out
}

pub fn windows(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (across, down) = (d.between(4, 7), d.between(5, 8));
    let (lit, wide, tall) = (
        d.between(across, across * (down / 2 + 1)),
        w / across,
        h * 7 / 10 / down,
    );
    (0..across * down)
        .map(|n| {
            let fill = if n == lit { &c[3] } else { &c[0] };
            format!(
                "<rect x='{}' y='{}' width='{}' height='{}' fill='{fill}'/>",
                n % across * wide + wide / 6,
                n / across * tall + tall / 6,
                wide * 2 / 3,
                tall * 2 / 3
            )
        })
        .collect()
}

/// Roofs in rows, one with somebody on it.
pub fn rooftops(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let mut out = sun(d, c, w, h);
    for (row, fill) in [&c[2], &c[1], &c[0]].into_iter().enumerate() {
        let base = h * (9 + 3 * row as i32) / 20;
        let mut x = 0;
        let chosen = d.below(3);
        let mut number = 0;
        while x < w {
            let (wide, up) = (d.between(w / 6, w / 3), d.below(h / 14));
            let top = base - up;
            out += &shape(
                &format!(
                    "M{x} {h}V{top}l{} -{}l{} {}V{h}z",
                    wide / 2,
                    h / 24,
                    wide / 2,
                    h / 24
                ),
                fill,
            );
            out += &block(x + wide / 5, top - h / 26, w / 40, h / 22, fill);
            if row == 1 && number == chosen {
                out += &figure(x + wide / 2, top - h / 28, h / 9, &c[0]);
            }
            if row > 0 && d.below(3) > 0 {
                out += &block(x + wide / 3, top + h / 16, wide / 6, h / 30, &c[3]);
            }
            x += wide;
            number += 1;
        }
    }
    out
}

/// Strings of lanterns across the picture.
pub fn lanterns(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let mut out = String::new();
    for row in 0..4 {
        let (y, sag) = (h / 16 + h * row / 7, d.between(h / 16, h / 8));
        out += &line(&format!("M0 {y}q{} {} {w} 0", w / 2, sag * 2), &c[0], 2);
        let count = 4 + row % 2;
        for n in 0..count {
            let x = w * (2 * n + 1) / (2 * count);
            let off = (x - w / 2).abs() * 2;
            let hang = sag - sag * off / w * off / w;
            let r = w / 22 + row * w / 120;
            let y = y + hang + r;
            out += &format!(
                "<ellipse cx='{x}' cy='{y}' rx='{r}' ry='{}' fill='{}'/>",
                r * 7 / 8,
                c[3]
            );
            out += &block(x - r / 3, y - r, r * 2 / 3, r / 5, &c[0]);
            out += &block(x - r / 3, y + r * 4 / 5, r * 2 / 3, r / 5, &c[0]);
            out += &line(&format!("M{x} {}v{r}", y + r), &c[4], 2);
        }
    }
    let foot = h * 4 / 5;
    out + &figure(d.between(w / 3, w * 2 / 3), foot, h / 5, &c[0])
}

/// Flights of stairs that turn, with somebody on the way.
pub fn stairs(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let mut out = String::new();
    let steps = 7;
    for flight in 0..4 {
        let (top, tall) = (h * 7 / 10 - h * flight / 6, h / 6);
        let fill = &c[[0, 1, 0, 1][flight as usize]];
        let mut path = String::new();
        for step in 0..=steps {
            let along = w * step / steps;
            let x = if flight % 2 == 0 { along } else { w - along };
            let y = top - tall * step / steps;
            path += &format!(
                "{}{x} {}L{x} {y}",
                if step == 0 { "M" } else { "L" },
                y + tall / steps
            );
        }
        let (near, far) = if flight % 2 == 0 { (w, 0) } else { (0, w) };
        out += &shape(
            &format!(
                "{path}L{near} {}L{far} {}z",
                top - tall + h / 9,
                top + h / 9
            ),
            fill,
        );
    }
    let x = w * d.between(2, 5) / 7;
    let y = h * 7 / 10 - h / 6 * (x * 7 / w) / 7;
    disc(w / 2, h / 4, h / 6, &c[3]) + &out + &figure(x + w / 14, y, h / 8, &c[4])
}

/// A carriage with lit windows.
pub fn train(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (y, tall) = (d.between(h * 2 / 5, h / 2), h / 7);
    let mut out =
        sun(d, c, w, h) + &block(0, y + tall + h / 24, w, h, &c[0]) + &block(0, y, w, tall, &c[1]);
    out += &block(0, y + tall * 3 / 4, w, tall / 10, &c[3]);
    let seats = d.between(4, 7);
    let taken = d.below(seats);
    for n in 0..seats {
        let (x, wide) = (w * n / seats + w / seats / 8, w / seats * 3 / 4);
        out += &block(x, y + tall / 7, wide, tall / 2, &c[4]);
        if n == taken {
            out += &disc(x + wide / 2, y + tall * 2 / 5, tall / 8, &c[0]);
            out += &block(x + wide / 4, y + tall / 2, wide / 2, tall / 7, &c[0]);
        }
    }
    for n in 0..5 {
        out += &disc(w * (2 * n + 1) / 10, y + tall + h / 60, h / 50, &c[0]);
    }
    for n in 0..6 {
        let y = h / 12 + h * n / 22;
        out += &line(
            &format!("M{} {y}h{}", d.below(w), d.between(w / 10, w / 3)),
            &c[2],
            2,
        );
    }
    out
}

/// A bridge on cables over water.
pub fn bridge(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (deck, top) = (h * 11 / 20, h / 5);
    let mut out = sun(d, c, w, h) + &block(0, h * 13 / 20, w, h, &c[1]);
    for tower in [w / 4, w * 3 / 4] {
        out += &block(tower - w / 60, top, w / 30, h * 9 / 20, &c[0]);
        for n in 1..9 {
            let reach = w * n / 32;
            out += &line(
                &format!(
                    "M{} {deck}L{tower} {top}L{} {deck}",
                    (tower - (reach)),
                    tower + reach
                ),
                &c[0],
                2,
            );
        }
    }
    out += &block(0, deck, w, h / 50, &c[0]);
    let x = d.between(w / 3, w * 2 / 3);
    out += &figure(x, deck, h / 16, &c[4]);
    for n in 0..7 {
        out += &line(
            &format!(
                "M{} {}h{}",
                d.below(w),
                h * 7 / 10 + h * n / 40,
                d.between(w / 12, w / 4)
            ),
            &c[2],
            3,
        );
    }
    out
}

/// A big wheel.
pub fn wheel(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (x, y, r) = (d.between(w * 2 / 5, w * 3 / 5), h * 2 / 5, h / 4);
    let ring = |r: i32, width: i32| {
        format!(
            "<circle cx='{x}' cy='{y}' r='{r}' fill='none' stroke='{}' stroke-width='{width}'/>",
            c[4]
        )
    };
    let mut out = line(
        &format!("M{} {h}L{x} {y}L{} {h}", x - w / 5, x + w / 5),
        &c[0],
        8,
    ) + &ring(r, 5)
        + &ring(r * 4 / 5, 2);
    for n in 0..12 {
        let turn = n * 30 + 11;
        let fill = &c[if n % 3 == 0 { 4 } else { 3 }];
        out += &format!(
            "<g transform='rotate({turn} {x} {y})'>{}{}</g>",
            line(&format!("M{x} {y}V{}", y - r), &c[4], 2),
            disc(x, y - r, r / 9, fill)
        );
    }
    out + &block(0, h * 17 / 20, w, h, &c[0])
}
