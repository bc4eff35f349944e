//! The trailers on a title's page.

use leptos::prelude::*;
use slate_domain::kinds::MaterialKind;
use slate_domain::material::{Material, MaterialSource};

use crate::catalogue::documents::address;
use crate::catalogue::islands::trailer::{Trailer, TrailerLabels};
use crate::catalogue::service::TitleDetail;
use crate::i18n::t;
use crate::ui::poster::hue;
use crate::ui::scope::Scope;

/// Every trailer of a title; nothing where there is none.
#[component]
pub fn Trailers<'a>(scope: &'a Scope, detail: &'a TitleDetail) -> impl IntoView + use<> {
    let trailers: Vec<_> = detail
        .title
        .materials_of(MaterialKind::Trailer)
        .filter_map(|material| trailer(scope, detail, material))
        .collect();
    (!trailers.is_empty()).then(|| {
        view! { <section class="section" id="trailer"><h2>{t::trailer(scope.locale)}</h2>{trailers}</section> }
    })
}

/// A trailer on somebody else's server: in place on a click where its host lets itself be framed, else a
/// link.
fn trailer(scope: &Scope, detail: &TitleDetail, material: &Material) -> Option<AnyView> {
    let locale = scope.locale;
    let name = detail.title.name_for(&scope.reader).1.to_string();
    let url = match &material.source {
        MaterialSource::External(url) => url,
        MaterialSource::Stored(_) => {
            return Some(film(detail, material, &t::trailer_play_of(locale, &name))?.into_any());
        }
    };
    let host = material
        .external_host()
        .unwrap_or_default()
        .trim_start_matches("www.")
        .to_owned();
    Some(match embed(url.as_str()) {
        Some(embed) => {
            let labels = TrailerLabels {
                play: t::trailer_play(locale).to_owned(),
                notice: t::trailer_loads_from(locale, &host),
                name: t::trailer_play_of(locale, &name),
            };
            view! { <Trailer watch=url.to_string() embed=embed hue=hue(detail.title.slug.as_str()) labels=labels/> }.into_any()
        }
        None => view! {
            <p><a href=url.to_string() rel="external noopener noreferrer nofollow">{t::trailer_watch_on(locale, &host)}</a></p>
        }
        .into_any(),
    })
}

/// A trailer of our own, played in its place; a still stands for it until then.
fn film(detail: &TitleDetail, material: &Material, name: &str) -> Option<impl IntoView + use<>> {
    let src = address(&material.source)?;
    let still = detail.title.materials_of(MaterialKind::Still).next();
    let poster = still.and_then(|still| address(&still.source));
    Some(view! {
        <video class="film" controls preload="none" playsinline=true width="640" height="360" src=src poster=poster aria-label=name.to_owned()></video>
    })
}

/// The address of a player that may be framed, of the hosts whose players we know.
fn embed(url: &str) -> Option<String> {
    let (host, rest) = url.split_once("://")?.1.split_once('/')?;
    let host = host.trim_start_matches("www.").trim_start_matches("m.");
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let first = |path: &str| {
        path.split(['/', '#', '&'])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    match host {
        "youtube.com" | "youtube-nocookie.com" => {
            let id = match path.split_once('/') {
                Some(("embed" | "v" | "shorts" | "live", id)) => first(id),
                None if path == "watch" => query
                    .split(['&', '#'])
                    .find_map(|pair| pair.strip_prefix("v="))?
                    .to_owned(),
                _ => return None,
            };
            youtube(&id)
        }
        "youtu.be" => youtube(&first(path)),
        "vimeo.com" | "player.vimeo.com" => {
            let id = first(path.trim_start_matches("video/"));
            let sound = (4..=12).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_digit());
            sound.then(|| format!("https://player.vimeo.com/video/{id}?autoplay=1&dnt=1"))
        }
        _ => None,
    }
}

/// The player of a video whose id has the form of one: eleven letters, digits, hyphens, underscores.
fn youtube(id: &str) -> Option<String> {
    let sound = id.len() == 11
        && id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    sound.then(|| format!("https://www.youtube-nocookie.com/embed/{id}?autoplay=1"))
}

#[cfg(test)]
mod tests {
    use super::embed;

    #[test]
    fn only_players_of_known_hosts_are_framed() {
        let player =
            Some("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1".to_owned());
        for url in [
            "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
            "https://youtu.be/dQw4w9WgXcQ",
            "https://www.youtube.com/shorts/dQw4w9WgXcQ",
            "https://www.youtube.com/watch?feature=x&v=dQw4w9WgXcQ&t=3",
            "https://www.youtube.com/embed/dQw4w9WgXcQ",
            "http://www.youtube.com/v/dQw4w9WgXcQ?fs=1",
        ] {
            assert_eq!(embed(url), player, "{url}");
        }
        assert!(embed("https://vimeo.com/123456789").is_some());
        for url in [
            "https://example.org/v=dQw4w9WgXcQ",
            "https://youtube.com/watch?v=\"><x",
            "https://youtube.com",
            "https://www.youtube.com/playlist?list=PLabcdefghijk",
            "https://www.youtube.com/user/abcdefghijk",
            "https://vimeo.com/abcdef",
        ] {
            assert_eq!(embed(url), None, "{url}");
        }
    }
}
