//! The mark of a company that has given none: a shape and a hue that follow from its slug, and its initials.

use leptos::prelude::*;

use super::company::initials;
use super::poster::{hue, number_of};

/// Shapes on 40 by 40, drawn lighter over the mark's ground.
const SHAPES: [&str; 10] = [
    "M0 40L40 0V40z",
    "M20 0A20 20 0 0 1 20 40A20 20 0 0 1 20 0z",
    "M0 0H40V13H0zM0 27H40V40H0z",
    "M20 0L40 20L20 40L0 20z",
    "M0 40A40 40 0 0 1 40 0V40z",
    "M0 0H20V20H0zM20 20H40V40H20z",
    "M20 2L38 38H2z",
    "M0 20A20 20 0 0 1 40 20zM0 40A20 20 0 0 1 40 40z",
    "M14 0H26V40H14zM0 14H40V26H0z",
    "M0 0L40 40H0zM22 0H40V18z",
];

/// Decorative: the company's name stands beside it.
#[component]
pub fn Mark(name: String, slug: String, #[prop(default = false)] large: bool) -> impl IntoView {
    let class = if large { "mark mark-large" } else { "mark" };
    let shape = SHAPES[(number_of(&slug) >> 8) as usize % SHAPES.len()];
    view! {
        <div class=class data-hue=hue(&slug) aria-hidden="true">
            <svg viewBox="0 0 40 40"><path d=shape></path></svg>
            <span>{initials(&name)}</span>
        </div>
    }
}
