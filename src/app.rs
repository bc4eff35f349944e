//! The document, and which page answers which path. No logic.

use leptos::prelude::*;
use leptos_meta::{HashedStylesheet, Meta, MetaTags, Title, provide_meta_context};
use leptos_router::components::{Route, Router, Routes};
use leptos_router::{SsrMode, path};

use crate::catalogue::pages::catalogue::CataloguePage;
use crate::catalogue::pages::exhibitor::ExhibitorPage;
use crate::catalogue::pages::exhibitors::ExhibitorsPage;
use crate::catalogue::pages::halls::{HallPage, HallsPage};
use crate::catalogue::pages::home::HomePage;
use crate::catalogue::pages::title::TitlePage;
use crate::error::AppError;
use crate::i18n::Locale;
use crate::ui::design::DesignPage;
use crate::ui::message::ErrorPage;
use crate::ui::scope::Scope;

/// What runs before the first paint.
const SCRIPT: &str = include_str!("client/shell.js");

/// The document around a page.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let locale = use_context::<Locale>().unwrap_or_default();
    view! {
        <!DOCTYPE html>
        <html lang=locale.tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
                <meta name="color-scheme" content="dark light"/>
                <script inner_html=SCRIPT></script>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <HashedStylesheet options=options.clone() id="slate"/>
                <HydrationScripts options=options islands=true/>
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// The route table. Paths are without the language, which the server takes off before.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Title formatter=escaped/>
        <Meta name="theme-color" content="#0c0b10"/>
        <Router>
            <Routes fallback=NotFound>
                <Route path=path!("/") view=HomePage ssr=SsrMode::Async/>
                <Route path=path!("/titles") view=CataloguePage ssr=SsrMode::Async/>
                <Route path=path!("/titles/:slug") view=TitlePage ssr=SsrMode::Async/>
                <Route path=path!("/exhibitors") view=ExhibitorsPage ssr=SsrMode::Async/>
                <Route path=path!("/exhibitors/:slug") view=ExhibitorPage ssr=SsrMode::Async/>
                <Route path=path!("/design") view=DesignPage ssr=SsrMode::Async/>
                <Route path=path!("/halls") view=HallsPage ssr=SsrMode::Async/>
                <Route path=path!("/halls/:code") view=HallPage ssr=SsrMode::Async/>
            </Routes>
        </Router>
    }
}

/// The text of a `<title>`, which leptos_meta writes into the document as it is.
fn escaped(text: String) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[component]
fn NotFound() -> impl IntoView {
    view! { <ErrorPage scope=Scope::current() error=AppError::NotFound/> }
}
