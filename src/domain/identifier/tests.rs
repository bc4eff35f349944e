//! Tests of `identifier`.

use proptest::prelude::*;

use super::*;
use crate::parse::check;

#[test]
fn published_examples() {
    let id = "10.5240/7791-8534-2C23-9030-8610-5";
    assert_eq!(id.parse::<Eidr>().unwrap().to_string(), id);
    for id in [
        "0000-0000-3A8D-0000-Z-0000-0000-6",
        "0000-0000-D07A-0090-Q-0000-0000-X",
    ] {
        assert_eq!(id.parse::<Isan>().unwrap().to_string(), id);
        assert_eq!(
            format!("ISAN {id}").parse::<Isan>().unwrap().to_string(),
            id
        );
    }
    assert!(
        "10.5240/7791-8534-2C23-9030-8610-6"
            .parse::<Eidr>()
            .is_err()
    );
    assert_eq!(
        "tt0113277".parse::<ImdbId>().unwrap().to_string(),
        "tt0113277"
    );
    for bad in [
        "tt000000",
        "tt0000000",
        "nm0113277",
        "tt01132770000",
        "tt011327x",
    ] {
        assert!(bad.parse::<ImdbId>().is_err(), "{bad}");
    }
}

proptest! {
    #[test]
    fn parse_format(
        suffix: [u8; 10],
        root: u64,
        episode: u16,
        version: Option<u32>,
        number in 1u64..10_000_000_000,
    ) {
        let eidr = Eidr::from_suffix(suffix);
        let isan = Isan::from_root(root, episode, version);
        let imdb = ImdbId::new(number).unwrap();
        check::round_trip(&eidr);
        check::round_trip(&isan);
        check::round_trip(&imdb);
        for id in [Identifier::Eidr(eidr), Identifier::Isan(isan), Identifier::Imdb(imdb)] {
            check::round_trip(&id);
            prop_assert!(Identifier::SCHEMES.contains(&id.scheme()));
        }
        let bare = isan.to_string().replace('-', "").to_lowercase();
        prop_assert_eq!(bare.parse(), Ok(isan));
    }

    #[test]
    fn one_wrong_character_is_caught(suffix: [u8; 10], at in 8usize..33, digit in 0usize..16) {
        let good = Eidr::from_suffix(suffix).to_string();
        let mut bad = good.clone().into_bytes();
        prop_assume!(bad[at] != b'-' && bad[at] != DIGITS[digit]);
        bad[at] = DIGITS[digit];
        prop_assert!(String::from_utf8(bad).unwrap().parse::<Eidr>().is_err());
    }

    #[test]
    fn takes_any_text(text in any::<String>(), near in "(ISAN )?[0-9A-Z花-]{15,34}", imdb in "tt[0-9]{6,11}") {
        for text in [text, near, imdb] {
            check::any_text::<Eidr>(&format!("10.5240/{text}"));
            check::any_text::<Isan>(&text);
            check::any_text::<ImdbId>(&text);
            check::any_text::<Identifier>(&format!("isan:{text}"));
        }
    }
}
