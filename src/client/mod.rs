//! The few calls into the browser.

/// Brings the islands of a page to life.
pub fn start() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
