//! What went wrong, for people.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};

use super::layout::Layout;
use super::scope::{Scope, answer_with_error};
use crate::error::AppError;
use crate::i18n::{Locale, t};

/// A line above a list that says what was not taken as it was given.
#[component]
pub fn Notice(text: String) -> impl IntoView {
    view! { <div class="notice notice-warn" role="status"><p>{text}</p></div> }
}

/// A whole page for an error, with the right status.
#[component]
pub fn ErrorPage(scope: Scope, error: AppError) -> impl IntoView {
    answer_with_error(&error);
    let (title, lead) = words(scope.locale, &error);
    problem(scope, error, title, lead)
}

/// As [`ErrorPage`], in the words of what was looked for.
pub fn not_found(scope: Scope, title: &'static str, lead: &'static str) -> AnyView {
    answer_with_error(&AppError::NotFound);
    problem(scope, AppError::NotFound, title, lead).into_any()
}

fn problem(
    scope: Scope,
    error: AppError,
    title: &'static str,
    lead: &'static str,
) -> impl IntoView {
    let locale = scope.locale;
    let home = scope.href("/");
    let catalogue = scope.href("/titles");
    let detail = match &error {
        AppError::Invalid { message } => Some(view! { <p>{message.clone()}</p> }),
        _ => None,
    };
    let reference = match &error {
        AppError::Internal { reference } => Some(view! {
            <p class="error-reference">{t::error_reference(locale, reference)}</p>
        }),
        _ => None,
    };
    view! {
        <Title text=t::page_title(locale, title)/>
        <Meta name="robots" content="noindex"/>
        <Layout scope=scope>
            <div class="wrap error-page">
                <p class="error-code">{error.status()}</p>
                <h1>{title}</h1>
                <p>{lead}</p>
                {detail}
                {reference}
                <div class="actions">
                    <a class="button" href=home>{t::back_to_home(locale)}</a>
                    <a class="button button-quiet" href=catalogue>{t::empty_browse_all(locale)}</a>
                </div>
            </div>
        </Layout>
    }
}

fn words(locale: Locale, error: &AppError) -> (&'static str, &'static str) {
    match error {
        AppError::NotFound => (
            t::error_not_found_title(locale),
            t::error_not_found_lead(locale),
        ),
        AppError::Invalid { .. } => (
            t::error_bad_request_title(locale),
            t::error_bad_request_lead(locale),
        ),
        AppError::Forbidden => (
            t::error_forbidden_title(locale),
            t::error_forbidden_lead(locale),
        ),
        AppError::BeforeSeason => (t::announcement_title(locale), t::announcement_lead(locale)),
        AppError::MethodNotAllowed => (t::error_method_title(locale), t::error_method_lead(locale)),
        AppError::TooLarge => (
            t::error_too_large_title(locale),
            t::error_too_large_lead(locale),
        ),
        AppError::AddressTooLong => (
            t::error_too_long_title(locale),
            t::error_too_long_lead(locale),
        ),
        AppError::Busy { .. } => (t::error_busy_title(locale), t::error_busy_lead(locale)),
        AppError::Unavailable => (
            t::error_unavailable_title(locale),
            t::error_unavailable_lead(locale),
        ),
        AppError::Conflict | AppError::Internal { .. } => (
            t::error_internal_title(locale),
            t::error_internal_lead(locale),
        ),
    }
}
