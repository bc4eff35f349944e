//! A trailer on somebody else's server, fetched only when it is asked for.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the trailer's frame says, in the reader's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TrailerLabels {
    pub play: String,
    /// "Playing loads content from …"
    pub notice: String,
    /// The frame's name for screen readers.
    pub name: String,
}

/// Plays in place on a click; until then nothing is fetched from there. Without script it is a link.
#[island]
pub fn Trailer(
    /// The address to watch it at.
    watch: String,
    /// The address that can be put into a frame.
    embed: String,
    hue: u32,
    labels: TrailerLabels,
) -> impl IntoView {
    let (playing, play) = signal(false);
    let name = labels.name.clone();
    view! {
        <div class="trailer" data-hue=hue>
            <Show
                when=move || playing.get()
                fallback=move || {
                    view! {
                        <a
                            class="trailer-play"
                            href=watch.clone()
                            rel="external noopener noreferrer"
                            on:click=move |event| {
                                event.prevent_default();
                                play.set(true);
                            }
                        >
                            <span>{labels.play.clone()}</span>
                        </a>
                    }
                }
            >
                <iframe
                    src=embed.clone()
                    title=name.clone()
                    allow="autoplay; fullscreen; encrypted-media"
                    allowfullscreen="true"
                    referrerpolicy="strict-origin-when-cross-origin"
                ></iframe>
            </Show>
        </div>
        <p class="trailer-note">{labels.notice}</p>
    }
}
