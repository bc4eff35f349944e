//! The way through a list, page by page.

use leptos::prelude::*;

use crate::i18n::{Locale, number, t};

/// How many pages a list has; one where it is empty.
pub fn pages(total: u32, per_page: u32) -> u32 {
    total.div_ceil(per_page.max(1)).max(1)
}

/// The pages a reader is offered: the first, the last and those around the present one; `None` is a gap.
fn offered(page: u32, pages: u32) -> Vec<Option<u32>> {
    let near =
        |candidate: &u32| *candidate == 1 || *candidate == pages || candidate.abs_diff(page) <= 1;
    let mut offered: Vec<Option<u32>> = Vec::new();
    let around = (1..=pages).filter(|_| pages <= 7).chain(
        [1, 2]
            .into_iter()
            .chain(page.saturating_sub(1)..=page + 1)
            .chain([pages])
            .filter(|_| pages > 7)
            .filter(near),
    );
    let mut last = 0;
    for candidate in around.filter(|candidate| (1..=pages).contains(candidate)) {
        if candidate <= last {
            continue;
        }
        if candidate == last + 2 {
            offered.push(Some(last + 1));
        } else if candidate > last + 1 {
            offered.push(None);
        }
        offered.push(Some(candidate));
        last = candidate;
    }
    offered
}

/// Links to the other pages; nothing where there is one page alone. `href` gives a page's address.
#[component]
pub fn Pagination(
    locale: Locale,
    page: u32,
    pages: u32,
    href: impl Fn(u32) -> String + Send + 'static,
) -> impl IntoView {
    (pages > 1).then(|| {
        let steps = offered(page, pages)
            .into_iter()
            .map(|step| match step {
                Some(number_of) => {
                    let current = (number_of == page).then_some("page");
                    let text = number(locale, number_of.into());
                    view! {
                        <li>
                            <a href=href(number_of) aria-current=current aria-label=t::pagination_page(locale, number_of.into())>
                                {text}
                            </a>
                        </li>
                    }
                    .into_any()
                }
                None => view! { <li><span>"…"</span></li> }.into_any(),
            })
            .collect_view();
        let previous = (page > 1).then(|| {
            view! { <a class="button button-quiet" rel="prev" href=href(page - 1)>{t::pagination_previous(locale)}</a> }
        });
        let next = (page < pages).then(|| {
            view! { <a class="button button-quiet" rel="next" href=href(page + 1)>{t::pagination_next(locale)}</a> }
        });
        view! {
            <nav class="pagination" aria-label=t::pagination_label(locale)>
                {previous}
                <ol>{steps}</ol>
                {next}
                <p class="pagination-status">{t::pagination_status(locale, page.into(), pages.into())}</p>
            </nav>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(page: u32, pages: u32) -> String {
        let steps = offered(page, pages).into_iter();
        steps
            .map(|step| step.map_or("…".to_owned(), |page| page.to_string()))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn the_first_the_last_and_the_near_pages_are_offered() {
        assert_eq!(shown(1, 1), "1");
        assert_eq!(shown(3, 7), "1 2 3 4 5 6 7");
        assert_eq!(shown(1, 20), "1 2 … 20");
        assert_eq!(shown(10, 20), "1 … 9 10 11 … 20");
        assert_eq!(shown(4, 20), "1 2 3 4 5 … 20");
        assert_eq!(shown(20, 20), "1 … 19 20");
    }

    #[test]
    fn an_empty_list_has_one_page() {
        assert_eq!(pages(0, 48), 1);
        assert_eq!(pages(48, 48), 1);
        assert_eq!(pages(49, 48), 2);
    }
}
