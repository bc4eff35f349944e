//! What search engines, feed readers and those who show links are told.

use std::collections::BTreeSet;

use crate::http::Market;

#[tokio::test]
async fn the_sitemap_has_every_public_title_in_each_language_once() {
    let market = Market::open().await;
    let answer = market.get("/sitemap.xml").await;
    assert!(answer.header("content-type").starts_with("application/xml"));
    let map = roxmltree::Document::parse(answer.text()).unwrap();
    let places: Vec<&str> = map
        .descendants()
        .filter(|node| node.has_tag_name("loc"))
        .filter_map(|node| node.text())
        .collect();
    let different: BTreeSet<_> = places.iter().collect();
    assert_eq!(different.len(), places.len());
    let total = market.json("/api/v1/titles").await["total"]
        .as_u64()
        .unwrap();
    for prefix in ["", "/zh-hant", "/zh-hans"] {
        let start = format!("http://127.0.0.1:3000{prefix}/titles/");
        let titles = places.iter().filter(|place| place.starts_with(&start));
        assert_eq!(titles.count() as u64, total, "{prefix}");
    }
    // What it names is there.
    for place in places.iter().step_by(7) {
        let path = place.strip_prefix("http://127.0.0.1:3000").unwrap();
        assert_eq!(market.get(path).await.status.as_u16(), 200, "{place}");
    }
    assert_eq!(market.get("/sitemaps/1.xml").await.status.as_u16(), 200);
    for none in ["/sitemaps/0.xml", "/sitemaps/2.xml", "/sitemaps/x"] {
        assert_eq!(market.get(none).await.status.as_u16(), 404, "{none}");
    }
    let robots = market.get("/robots.txt").await;
    assert!(
        robots
            .text()
            .contains("Sitemap: http://127.0.0.1:3000/sitemap.xml")
    );
}

#[tokio::test]
async fn the_feed_tells_the_newest_titles_in_the_language_asked_for() {
    let market = Market::open().await;
    for (prefix, lang) in [("", "en"), ("/zh-hant", "zh-Hant"), ("/zh-hans", "zh-Hans")] {
        let answer = market.get(&format!("{prefix}/feed.atom")).await;
        assert!(
            answer
                .header("content-type")
                .starts_with("application/atom+xml")
        );
        let feed = roxmltree::Document::parse(answer.text()).unwrap();
        let root = feed.root_element();
        let xml = "http://www.w3.org/XML/1998/namespace";
        assert_eq!(root.attribute((xml, "lang")), Some(lang));
        let links: Vec<&str> = root
            .children()
            .filter(|node| node.has_tag_name("entry"))
            .filter_map(|entry| entry.children().find(|node| node.has_tag_name("link")))
            .filter_map(|link| link.attribute("href"))
            .collect();
        let newest = market.json("/api/v1/titles?sort=newest&per_page=50").await;
        let slugs = newest["hits"].as_array().unwrap().iter();
        let wanted: Vec<String> = slugs
            .map(|hit| {
                let slug = hit["slug"].as_str().unwrap();
                format!("http://127.0.0.1:3000{prefix}/titles/{slug}")
            })
            .collect();
        assert_eq!(links, wanted);
    }
}

#[tokio::test]
async fn a_link_is_shown_with_a_card_and_its_facts() {
    let market = Market::open().await;
    let hit = &market.json("/api/v1/titles?per_page=1").await["hits"][0];
    let slug = hit["slug"].as_str().unwrap();
    let page = market.get(&format!("/titles/{slug}")).await;
    let card = format!("http://127.0.0.1:3000/cards/titles/{slug}.png");
    assert!(
        page.text()
            .contains(&format!("property=\"og:image\" content=\"{card}\""))
    );
    let data = page.text().split("application/ld+json\">").nth(1).unwrap();
    let data = data.split("</script>").next().unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["@context"], "https://schema.org");
    assert_eq!(data["image"], card);
    assert!(data["url"].as_str().unwrap().ends_with(slug));

    for path in [
        format!("/cards/titles/{slug}.png"),
        "/cards/site.png".to_owned(),
    ] {
        let card = market.get(&path).await;
        assert_eq!(card.header("content-type"), "image/png", "{path}");
        assert_eq!(card.body[16..24], [0, 0, 4, 0xb0, 0, 0, 2, 0x76], "{path}");
    }
    for none in ["/cards/titles/none.png", "/cards/titles/none"] {
        assert_eq!(market.get(none).await.status.as_u16(), 404, "{none}");
    }
    let manifest = market.get("/zh-hant/manifest.webmanifest").await;
    assert_eq!(manifest.header("content-type"), "application/manifest+json");
    assert_eq!(manifest.json()["start_url"], "/zh-hant");
    for icon in manifest.json()["icons"].as_array().unwrap() {
        let src = icon["src"].as_str().unwrap();
        if src.ends_with(".png") {
            assert_eq!(market.get(src).await.status.as_u16(), 200, "{src}");
        }
    }
}
