//! Compositions, each drawn to any width and height over a sky that is already there.
//!
//! To add one: a function in the file it belongs to, and a place in the lists of the genres it suits.

mod city;
mod nature;
mod people;
mod things;

use std::fmt::Write;

use super::dice::Dice;

/// Ground, far, middle, light and paper.
pub type Colours = [String; 5];
/// Draws on so many by so many units.
pub type Scene = fn(&mut Dice, &Colours, i32, i32) -> String;

use city::{bridge, lanterns, rooftops, skyline, stairs, train, wheel, windows};
use nature::{birds, fish, forest, junk, mountains, planet, road, waves};
use people::{crowd, door, duel, eye, mask, pair, rain};
use things::{board, book, clock, frames, house, stage};

/// Which compositions suit a title: by its form where that has looks of its own, else by its genre.
pub fn of(category: &str, genre: &str) -> &'static [Scene] {
    match (category, genre) {
        ("game", _) => &[board, planet, duel, fish],
        ("format", _) => &[stage, crowd, wheel, clock],
        ("literary", _) => &[book, junk, house, birds, pair],
        ("documentary", _) => &[frames, birds, eye, mountains, train, fish],
        (_, "thriller") => &[stairs, eye, windows, train, door, rain],
        (_, "crime") => &[rooftops, skyline, rain, stairs, clock],
        (_, "mystery") => &[house, eye, clock, door, mask],
        (_, "romance") => &[pair, lanterns, wheel, rain, waves],
        (_, "drama") => &[house, pair, windows, bridge, birds, skyline],
        (_, "comedy") => &[wheel, crowd, mask, fish, rooftops],
        (_, "musical") => &[stage, lanterns, crowd, wheel],
        (_, "horror") => &[house, forest, eye, door, mask],
        (_, "science-fiction") => &[planet, stairs, eye, skyline],
        (_, "fantasy") => &[planet, mountains, junk, birds, forest],
        (_, "action") => &[train, road, rooftops, bridge, duel],
        (_, "martial-arts") => &[duel, mountains, rooftops, birds],
        (_, "family") => &[fish, wheel, house, waves, birds],
        (_, "historical") => &[junk, lanterns, bridge, mountains, clock],
        (_, "war") => &[crowd, bridge, birds, road],
        (_, "coming-of-age") => &[rooftops, road, wheel, pair, train],
        _ => &[mountains, waves, junk, bridge, birds, road],
    }
}

fn disc(x: i32, y: i32, r: i32, fill: &str) -> String {
    format!("<circle cx='{x}' cy='{y}' r='{r}' fill='{fill}'/>")
}

fn block(x: i32, y: i32, w: i32, h: i32, fill: &str) -> String {
    format!("<path d='M{x} {y}h{w}v{h}h-{w}z' fill='{fill}'/>")
}

/// A shape by its path.
fn shape(path: &str, fill: &str) -> String {
    format!("<path d='{path}' fill='{fill}'/>")
}

/// A line by its path.
fn line(path: &str, colour: &str, width: i32) -> String {
    format!("<path d='{path}' fill='none' stroke='{colour}' stroke-width='{width}'/>")
}

fn sun(d: &mut Dice, c: &Colours, w: i32, h: i32) -> String {
    disc(
        d.between(w / 4, w * 3 / 4),
        d.between(h / 5, h * 2 / 5),
        d.between(h / 9, h / 6),
        &c[3],
    )
}

/// Somebody standing at (x, foot), so tall.
fn figure(x: i32, foot: i32, tall: i32, fill: &str) -> String {
    let head = tall / 7;
    let mut out = disc(x, foot - tall + head, head, fill);
    let _ = write!(
        out,
        "<path d='M{} {foot}l{} -{}q{} -{} {} 0l{} {}z' fill='{fill}'/>",
        x - tall / 5,
        tall / 20,
        tall * 2 / 3,
        tall * 3 / 20,
        tall / 8,
        tall * 3 / 10,
        tall / 20,
        tall * 2 / 3
    );
    out
}
