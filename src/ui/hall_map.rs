//! A hall's floor plan as SVG: booths to tap, those that were looked for marked by colour, outline and pin.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;

use leptos::prelude::*;
use slate_domain::edition::{Booth, BoothCode, Hall};
use slate_domain::query::encode;

use super::scope::Scope;
use crate::catalogue::live::Exhibitor;
use crate::i18n::{list, t};

/// Who stands at which booth.
pub type Booths = BTreeMap<BoothCode, Vec<Arc<Exhibitor>>>;

/// The hall's name for this reader.
pub fn name(scope: &Scope, hall: &Hall) -> String {
    let own = hall.names.in_language_of(&scope.reader);
    own.map_or(&hall.name, |(_, name)| name).to_string()
}

/// The exhibitors of the edition by their booths.
pub fn booths(scope: &Scope) -> Booths {
    let mut booths = Booths::new();
    for exhibitor in scope.live.exhibitors() {
        let participation = exhibitor.participation.as_ref();
        if let Some(booth) = participation.and_then(|one| one.booth.clone()) {
            booths.entry(booth).or_default().push(Arc::clone(exhibitor));
        }
    }
    booths
}

/// The whole plan, each booth with an exhibitor a link to it.
pub fn plan(
    scope: &Scope,
    hall: &Hall,
    booths: &Booths,
    marked: &BTreeSet<BoothCode>,
) -> impl IntoView + use<> {
    let mut drawn = String::new();
    let mut pins = String::new();
    for booth in &hall.booths {
        let found = marked.contains(&booth.code);
        let who = booths.get(&booth.code).map(Vec::as_slice);
        let who = who.unwrap_or_default();
        draw(&mut drawn, scope, &hall.code, booth, who, found);
        if found {
            pin(&mut pins, booth);
        }
    }
    drawn.push_str(&pins);
    let label = t::hall_map_label(scope.locale, &name(scope, hall));
    let view_box = format!("0 0 {} {}", hall.width, hall.depth);
    view! {
        <div class="plan" tabindex="0" role="region" aria-label=label>
            <svg viewBox=view_box inner_html=drawn></svg>
        </div>
    }
}

/// The outline of a hall with one booth marked; beside it stands in words where that is.
pub fn outline(hall: &Hall, marked: Option<&BoothCode>) -> impl IntoView + use<> {
    let mut path = String::new();
    let mut place = String::new();
    for booth in &hall.booths {
        let Booth {
            x, y, width, depth, ..
        } = booth;
        let _ = write!(path, "M{x} {y}h{width}v{depth}h-{width}z");
        if Some(&booth.code) == marked {
            pin(&mut place, booth);
        }
    }
    let drawn = format!("<path class=\"plan-booths\" d=\"{path}\"/>{place}");
    let view_box = format!("0 0 {} {}", hall.width, hall.depth);
    view! { <svg class="plan-small" viewBox=view_box aria-hidden="true" inner_html=drawn></svg> }
}

/// The hall's outline with an exhibitor's booth marked, as a link to the plan; nothing for who has none.
pub fn place(scope: &Scope, exhibitor: &Exhibitor) -> Option<impl IntoView + use<>> {
    let booth = exhibitor.participation.as_ref()?.booth.as_ref()?;
    let hall = scope.live.edition.as_ref()?.hall_of(booth)?;
    let words = t::hall_on_map(scope.locale);
    let name = name(scope, hall);
    Some(view! {
        <a class="booth-place" href=href(scope, hall, booth.as_str())>
            {outline(hall, Some(booth))}
            <span>{format!("{name} · {booth}: {words}")}</span>
        </a>
    })
}

/// Where the hall's page marks these words.
pub fn href(scope: &Scope, hall: &Hall, words: &str) -> String {
    let hall = encode(hall.code.as_str());
    match words {
        "" => scope.href(&format!("/halls/{hall}")),
        words => scope.href(&format!("/halls/{hall}?q={}", encode(words))),
    }
}

fn draw(
    out: &mut String,
    scope: &Scope,
    hall: &BoothCode,
    booth: &Booth,
    who: &[Arc<Exhibitor>],
    found: bool,
) {
    let Booth {
        code,
        x,
        y,
        width,
        depth,
    } = booth;
    let names: Vec<String> = who.iter().map(|one| company(scope, one)).collect();
    let words = match who.is_empty() {
        true => t::hall_booth_free(scope.locale, code.as_str()),
        false => {
            let names = list(scope.locale, &names);
            t::hall_booth(scope.locale, code.as_str(), &names)
        }
    };
    let class = match (found, who.is_empty()) {
        (true, _) => "booth booth-found",
        (_, true) => "booth booth-free",
        _ => "booth",
    };
    let words = escaped(&words);
    let link = who
        .first()
        .map(|one| scope.href(&format!("/exhibitors/{}", one.company.slug)));
    if let Some(href) = &link {
        let _ = write!(out, "<a href=\"{}\" aria-label=\"{words}\">", escaped(href));
    }
    let short = short(hall, code);
    let _ = write!(
        out,
        "<title>{words}</title><rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{depth}\"/>\
         <text x=\"{}\" y=\"{}\">{}</text>",
        x + width / 2,
        y + depth / 2,
        escaped(&short)
    );
    if link.is_some() {
        out.push_str("</a>");
    }
}

/// The code without what the hall's own code says already: `A03` for `1A-03` in hall 1.
fn short(hall: &BoothCode, code: &BoothCode) -> String {
    let code = code.as_str();
    let rest = code.strip_prefix(hall.as_str()).unwrap_or(code);
    rest.chars().filter(|c| *c != '-').take(4).collect()
}

/// A drop that points at the upper part of the booth, so that its code can be read.
fn pin(out: &mut String, booth: &Booth) {
    let (x, y) = (booth.x + booth.width / 2, booth.y + booth.depth / 5);
    let _ = write!(
        out,
        "<path class=\"booth-pin\" d=\"M{x} {y}c-3-8-8-11-8-17a8 8 0 0 1 16 0c0 6-5 9-8 17z\"/>"
    );
}

/// The name of a company for this reader.
pub fn company(scope: &Scope, exhibitor: &Exhibitor) -> String {
    let own = exhibitor.company.names.in_language_of(&scope.reader);
    own.map_or(&exhibitor.company.name, |(_, name)| name)
        .to_string()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_stays_text() {
        assert_eq!(
            escaped("A & B <\"Films\">"),
            "A &amp; B &lt;&quot;Films&quot;&gt;"
        );
    }

    #[test]
    fn a_booth_is_called_by_what_the_hall_does_not_say() {
        let short =
            |hall: &str, code: &str| super::short(&hall.parse().unwrap(), &code.parse().unwrap());
        assert_eq!(short("1", "1A-03"), "A03");
        assert_eq!(short("5", "B12"), "B12");
    }

    #[test]
    fn a_pin_points_at_its_booth() {
        let mut out = String::new();
        let booth = Booth {
            code: "1A-01".parse().unwrap(),
            x: 100,
            y: 60,
            width: 30,
            depth: 20,
        };
        pin(&mut out, &booth);
        assert!(out.contains("M115 64c"));
    }
}
