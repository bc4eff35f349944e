//! Land, water, sky.

use super::{Colours, block, disc, line, shape, sun};
use crate::demo::draw::dice::Dice;

fn ridge(d: &mut Dice, w: i32, h: i32, top: i32, rise: i32, fill: &str) -> String {
    let mut path = format!("M0 {h}V{top}");
    for step in 1..=6 {
        path += &format!("L{} {}", w * step / 6, top - d.below(rise));
    }
    format!("<path d='{path}V{h}Z' fill='{fill}'/>")
}

pub fn mountains(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let far = sun(d, c, w, h) + &ridge(d, w, h, h / 2, h / 6, &c[2]);
    far + &ridge(d, w, h, h * 3 / 5, h / 7, &c[1]) + &ridge(d, w, h, h * 3 / 4, h / 8, &c[0])
}

pub fn waves(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let mut out = sun(d, c, w, h);
    for (row, fill) in [&c[4], &c[2], &c[1], &c[0]].into_iter().enumerate() {
        let (y, swell, step) = (
            h * (9 + 2 * row as i32) / 20,
            d.between(h / 30, h / 12),
            w / d.between(2, 5),
        );
        out += &format!(
            "<path d='M-{0} {y}q{1} -{swell} {step} 0t{step} 0t{step} 0t{step} 0t{step} 0t{step} 0V{h}H0Z' fill='{fill}'/>",
            d.below(step),
            step / 2
        );
    }
    out
}

pub fn road(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (x, y) = (d.between(w / 3, w * 2 / 3), h / 2);
    sun(d, c, w, h)
        + &format!(
            "<path d='M0 {y}H{w}V{h}H0Z' fill='{}'/><path d='M{x} {y}L{w} {h}H0Z' fill='{}'/><path d='M{x} {y}L{} {h}h-{}Z' fill='{}'/>",
            c[1],
            c[0],
            w / 2 + w / 40,
            w / 20,
            c[4]
        )
}

pub fn forest(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let mut out = sun(d, c, w, h);
    for fill in [&c[2], &c[1], &c[0]] {
        for _ in 0..6 {
            let (x, wide) = (d.below(w), d.between(w / 60, w / 18));
            out += &format!(
                "<path d='M{x} 0h{wide}l{} {h}h-{}z' fill='{fill}'/>",
                wide / 3,
                wide * 2
            );
        }
    }
    out
}

pub fn planet(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (x, y, r) = (
        d.between(w / 3, w * 2 / 3),
        h * 2 / 5,
        d.between(h / 7, h / 5),
    );
    let stars: String = (0..24)
        .map(|_| disc(d.below(w), d.below(h), d.between(1, 3), &c[4]))
        .collect();
    stars
        + &disc(x, y, r, &c[3])
        + &disc(x + r / 4, y + r / 5, r * 4 / 5, &c[2])
        + &format!(
            "<ellipse cx='{x}' cy='{y}' rx='{}' ry='{}' fill='none' stroke='{}' stroke-width='4' transform='rotate(-{} {x} {y})'/>",
            r * 8 / 5,
            r / 3,
            c[4],
            d.between(8, 35)
        )
}

/// A junk with ribbed sails before the sun.
pub fn junk(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (x, sea, tall) = (d.between(w * 2 / 5, w * 3 / 5), h * 3 / 5, h * 3 / 10);
    let mut out = sun(d, c, w, h) + &block(0, sea, w, h - sea, &c[1]);
    for (at, size) in [
        (x - tall / 2, tall * 3 / 4),
        (x, tall),
        (x + tall * 5 / 8, tall / 2),
    ] {
        let wide = size / 2;
        out += &shape(
            &format!(
                "M{at} {}q{wide} {} {wide} {size}h-{}z",
                sea - size - 8,
                size / 3,
                wide * 5 / 4
            ),
            &c[4],
        );
        for rib in 1..5 {
            let y = sea - 8 - size + size * rib / 5;
            out += &line(
                &format!("M{} {y}h{}", at - wide / 5, wide * rib / 5 + wide / 4),
                &c[2],
                3,
            );
        }
    }
    out += &shape(
        &format!(
            "M{} {}q{tall} {} {} -8l-{} {}h-{tall}z",
            x - tall,
            sea - 10,
            tall / 5,
            tall * 2,
            tall / 3,
            tall / 4
        ),
        &c[0],
    );
    for row in 1..6 {
        let y = sea + (h - sea) * row / 6;
        let start = d.below(w / 2);
        out += &line(
            &format!("M{start} {y}h{}", d.between(w / 6, w / 2)),
            &c[2],
            3,
        );
    }
    out
}

/// A flock before a large disc.
pub fn birds(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let (x, y, r) = (d.between(w / 3, w * 2 / 3), h * 2 / 5, h / 4);
    let mut out = disc(x, y, r, &c[3]);
    for _ in 0..d.between(9, 16) {
        let (x, y, s) = (
            d.between(w / 12, w * 10 / 12),
            d.between(h / 10, h * 3 / 5),
            d.between(w / 40, w / 14),
        );
        let colour = if d.below(4) == 0 { &c[4] } else { &c[0] };
        out += &line(
            &format!(
                "M{x} {y}q{} -{} {s} {}q{} -{} {s} -{}",
                s / 2,
                s / 2,
                s / 4,
                s / 3,
                s * 3 / 4,
                s / 4
            ),
            colour,
            (s / 7).max(2),
        );
    }
    out + &ridge(d, w, h, h * 3 / 4, h / 16, &c[0])
}

/// Fish in a swirl.
pub fn fish(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    let mut out = String::new();
    for row in 0..6 {
        let y = h / 10 + h * row / 9;
        let mut x = d.below(w / 5) + w / 20;
        while x < w * 9 / 10 {
            let s = d.between(w / 14, w / 7);
            let fill = &c[[3, 4, 2, 3, 0][d.below(5) as usize]];
            out += &shape(
                &format!(
                    "M{x} {y}q{} -{} {s} 0l{} -{}v{}l-{} -{}q-{} {} -{s} 0z",
                    s / 2,
                    s / 2,
                    s / 3,
                    s / 4,
                    s / 2,
                    s / 3,
                    s / 4,
                    s / 2,
                    s / 2
                ),
                fill,
            );
            out += &disc(x + s / 4, y - s / 14, (s / 16).max(1), &c[0]);
            x += s * 7 / 4 + d.below(w / 8);
        }
    }
    out
}
