//! Filters that apply as they are chosen.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlFormElement, HtmlInputElement};

/// Sends the form around it when a choice in it changes: boxes and selects at once, typed values when the
/// field is left. Filters opened as a sheet wait for their button, so that several can be chosen.
#[island]
pub fn AutoSubmit(children: Children) -> impl IntoView {
    view! { <div class="auto-submit" on:change=move |event| submit(&event)>{children()}</div> }
}

fn submit(event: &Event) {
    let Some(changed) = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
    else {
        return;
    };
    let searches_a_list = changed
        .dyn_ref::<HtmlInputElement>()
        .is_some_and(|input| input.name().is_empty());
    let Ok(Some(form)) = changed.closest("form") else {
        return;
    };
    let in_a_sheet = form.matches(":popover-open").unwrap_or(false);
    if searches_a_list || in_a_sheet {
        return;
    }
    if let Ok(form) = form.dyn_into::<HtmlFormElement>() {
        // Nothing to do where the browser refuses: a field is not filled in as it has to be, and says so.
        let _ = form.request_submit();
    }
}
