//! The search box: a form that is sent, and a list of first matches while one types.

use std::time::Duration;

use leptos::ev::{self, KeyboardEvent};
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use serde::{Deserialize, Serialize};

use crate::catalogue::api::suggest;
use crate::catalogue::view::Suggestion;

/// How long typing rests before the server is asked.
const REST: Duration = Duration::from_millis(120);

/// What the box says, in the reader's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SearchLabels {
    pub label: String,
    pub placeholder: String,
    pub submit: String,
    pub suggestions: String,
}

/// `/` puts the cursor here from anywhere on the page; arrows go through the matches, Enter opens one or
/// sends the words, Escape closes the list.
#[island]
pub fn SearchBox(
    /// Unique on the page; the list's and the options' ids are made from it.
    id: String,
    action: String,
    /// The reader's language, as a tag.
    locale: String,
    value: String,
    /// Names and values that go along with the words: the filters that stay.
    kept: Vec<(String, String)>,
    labels: SearchLabels,
    large: bool,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let (matches, set_matches) = signal(Vec::<Suggestion>::new());
    let (marked, mark) = signal(None::<usize>);
    let close = move || {
        set_matches.set(Vec::new());
        mark.set(None);
    };

    // The answer to an older question must not replace that to a newer one.
    let asked = StoredValue::new(0_u32);
    let ask = move |words: String| {
        asked.update_value(|number| *number += 1);
        let mine = asked.get_value();
        if words.trim().is_empty() {
            return close();
        }
        let locale = locale.clone();
        spawn_local(async move {
            let Ok(found) = suggest(words, locale).await else {
                return;
            };
            if asked.get_value() == mine {
                mark.set(None);
                set_matches.set(found);
            }
        });
    };
    let mut ask_when_resting = leptos::leptos_dom::helpers::debounce(REST, ask);

    // Without script it is a plain field, and says nothing of a list that never comes.
    let (alive, come_alive) = signal(false);
    Effect::new(move || {
        come_alive.set(true);
        let focus = window_event_listener(ev::keydown, move |event| {
            let ours = event.key() == "/" && !event.ctrl_key() && !event.meta_key();
            if ours
                && !typing_into(&event)
                && let Some(input) = input.get_untracked()
            {
                event.prevent_default();
                let _ = input.focus();
                input.select();
            }
        });
        on_cleanup(move || focus.remove());
    });

    let on_key = move |event: KeyboardEvent| {
        // While a character is being composed, the keys are the input method's.
        if event.is_composing() {
            return;
        }
        let count = matches.with_untracked(Vec::len);
        let at = marked.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if count > 0 => mark.set(Some(at.map_or(0, |at| (at + 1) % count))),
            "ArrowUp" if count > 0 => mark.set(at.map_or(Some(count - 1), |at| at.checked_sub(1))),
            "Enter" => match at.and_then(|at| matches.with_untracked(|all| all.get(at).cloned())) {
                Some(chosen) => {
                    let _ = window().location().set_href(&chosen.href);
                }
                None => return,
            },
            "Escape" if count > 0 => close(),
            _ => return,
        }
        event.prevent_default();
    };

    let list_id = format!("{id}-list");
    let controlled = list_id.clone();
    let option_id = {
        let id = id.clone();
        move |at: usize| format!("{id}-option-{at}")
    };
    let active = {
        let option_id = option_id.clone();
        move || marked.get().map(&option_id)
    };
    let options = {
        let option_id = option_id.clone();
        move || {
            let option_id = option_id.clone();
            let lines = matches.get().into_iter().enumerate().map(move |(at, one)| {
                view! {
                    <li
                        class="suggestion"
                        role="option"
                        id=option_id(at)
                        aria-selected=move || (marked.get() == Some(at)).to_string()
                    >
                        <a href=one.href tabindex="-1" lang=one.lang>{one.text}</a>
                        <span class="suggestion-kind">{one.detail}</span>
                    </li>
                }
            });
            lines.collect_view()
        }
    };
    view! {
        <form
            class=if large { "search-box search-box-large" } else { "search-box" }
            role="search"
            action=action
            on:focusout=move |event| {
                let inside = event.current_target().zip(event.related_target()).is_some_and(|(form, next)| {
                    let form = form.dyn_into::<web_sys::Node>().ok();
                    form.is_some_and(|form| form.contains(next.dyn_ref::<web_sys::Node>()))
                });
                if !inside {
                    close();
                }
            }
        >
            {kept
                .into_iter()
                .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
                .collect_view()}
            <label class="visually-hidden" for=id.clone()>{labels.label}</label>
            <input
                node_ref=input
                id=id
                type="search"
                name="q"
                value=value
                placeholder=labels.placeholder
                maxlength="500"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="search"
                role=move || alive.get().then_some("combobox")
                aria-autocomplete=move || alive.get().then_some("list")
                aria-expanded=move || alive.get().then(|| (!matches.with(Vec::is_empty)).to_string())
                aria-controls=move || alive.get().then(|| controlled.clone())
                aria-activedescendant=active
                on:input:target=move |event| ask_when_resting(event.target().value())
                on:keydown=on_key
            />
            {(!large).then(|| view! { <kbd class="search-hint" aria-hidden="true">"/"</kbd> })}
            <button class="search-go">
                {if large {
                    view! { {labels.submit} }.into_any()
                } else {
                    view! { <span class="visually-hidden">{labels.submit}</span><span aria-hidden="true">"→"</span> }.into_any()
                }}
            </button>
            <ul
                class="suggestions"
                role="listbox"
                id=list_id
                aria-label=labels.suggestions
                hidden=move || matches.with(Vec::is_empty)
            >
                {options}
            </ul>
        </form>
    }
}

/// Whether the key goes into a field, so that it is not ours.
fn typing_into(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| {
        element
            .matches("input, textarea, select, [contenteditable]")
            .unwrap_or(false)
    })
}
