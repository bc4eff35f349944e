use super::*;

fn of(text: &str, flags: &Flags) -> Config {
    Config::of(Settings::parse(text).unwrap(), flags).unwrap()
}

fn set(pairs: &[(&str, &str)]) -> impl Fn(&str) -> Option<String> {
    let pairs: Vec<(String, String)> = pairs
        .iter()
        .map(|(k, v)| ((*k).into(), (*v).into()))
        .collect();
    move |name| {
        pairs
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.clone())
    }
}

#[test]
fn nothing_is_needed() {
    let config = of("", &Flags::default());
    assert_eq!(config.address.to_string(), "127.0.0.1:3000");
    assert_eq!(config.database, "sqlite:./data/slate.db");
    assert!(config.database_is_default);
    assert!(config.robots);
    assert_eq!(config.page_cache, 32 << 20);
}

#[test]
fn the_database_follows_the_data_folder() {
    let config = of("data-dir = '/srv/slate'", &Flags::default());
    assert_eq!(config.database, "sqlite:/srv/slate/slate.db");
    assert!(config.database_is_default);
    let flags = Flags {
        database: Some("sqlite:/elsewhere.db".into()),
        ..Flags::default()
    };
    assert!(!of("data-dir = '/srv/slate'", &flags).database_is_default);
}

#[test]
fn a_demonstration_is_for_the_default_place_unless_something_else_is_said() {
    let filled = |text: &str| of(text, &Flags::default()).demonstration;
    let elsewhere = "database = 'sqlite:/elsewhere.db'";
    assert!(filled(""));
    assert!(filled("demonstration = 'auto'"));
    assert!(!filled("demonstration = false"));
    assert!(!filled(elsewhere));
    assert!(filled(&format!("{elsewhere}\ndemonstration = true")));
    let unset = Settings::parse("demonstration = true").unwrap();
    let off = unset
        .overridden_by(&set(&[("SLATE_DEMONSTRATION", "false")]))
        .unwrap();
    assert!(!Config::of(off, &Flags::default()).unwrap().demonstration);
}

#[test]
fn flags_come_before_the_environment_and_that_before_the_file() {
    let settings = Settings::parse("address = '127.0.0.1:1'\nrobots = false").unwrap();
    let settings = settings
        .overridden_by(&set(&[("SLATE_ADDRESS", "127.0.0.1:2")]))
        .unwrap();
    let config = Config::of(settings.clone(), &Flags::default()).unwrap();
    assert_eq!(config.address.port(), 2);
    assert!(!config.robots);
    let flags = Flags {
        address: Some("127.0.0.1:3".parse().unwrap()),
        ..Flags::default()
    };
    assert_eq!(Config::of(settings, &flags).unwrap().address.port(), 3);
}

#[test]
fn a_wrong_variable_is_named() {
    let error = Settings::default()
        .overridden_by(&set(&[("SLATE_LOG_FORMAT", "xml")]))
        .unwrap_err();
    assert!(error.to_string().contains("SLATE_LOG_FORMAT"), "{error}");
    assert!(error.to_string().contains("json"), "{error}");
}

#[test]
fn a_typo_is_refused_with_its_line_and_what_is_allowed() {
    let (line, message) = Settings::parse("robots = true\n\nadress = '0.0.0.0:80'").unwrap_err();
    assert_eq!(line, 3);
    assert!(
        message.contains("adress") && message.contains("`address`"),
        "{message}"
    );
    let (line, message) = Settings::parse("\nhash-files = 'maybe'").unwrap_err();
    assert_eq!(line, 2);
    assert!(message.contains("auto, true and false"), "{message}");
}

#[test]
fn the_file_of_the_repository_shows_every_setting_and_its_default() {
    let text = include_str!("../../Leptos.toml");
    let config = Config::of(Settings::parse(text).unwrap(), &Flags::default()).unwrap();
    assert_eq!(
        format!("{config:?}"),
        format!("{:?}", of("", &Flags::default()))
    );
    let shown: String = text
        .lines()
        .filter_map(|line| line.strip_prefix("# ").filter(|rest| rest.contains(" = ")))
        .map(|line| format!("{line}\n"))
        .collect();
    let shown = Config::of(Settings::parse(&shown).unwrap(), &Flags::default()).unwrap();
    assert_eq!(shown.base_url.as_deref(), Some("http://127.0.0.1:3000"));
    let shown = Config {
        base_url: None,
        ..shown
    };
    assert_eq!(
        format!("{shown:?}"),
        format!("{:?}", of("", &Flags::default()))
    );
}

#[test]
fn a_base_url_has_no_path() {
    assert_eq!(
        base_url("https://market.example.org/").unwrap(),
        "https://market.example.org"
    );
    for wrong in [
        "market.example.org",
        "https://",
        "https://a/b",
        "ftp://a",
        "https://a?b",
    ] {
        assert!(base_url(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn the_list_of_hashes_names_the_script() {
    assert_eq!(
        names_a_script("css: abc\njs: XyZ_1\nwasm: q").as_deref(),
        Some("slate.XyZ_1.js")
    );
    assert_eq!(names_a_script("css: abc"), None);
}
