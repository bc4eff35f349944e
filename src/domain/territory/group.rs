//! The groups of countries that the trade sells rights in.

use std::sync::LazyLock;

use super::TerritorySet;
use crate::{code::codes, country::Country};

codes! {
    /// A group of countries that rights are sold in.
    pub enum TerritoryGroup("territory group") {
        /// Every country that exists.
        Worldwide = "worldwide", "Worldwide";
        GreaterChina = "greater-china", "Greater China";
        /// Germany, Austria, Switzerland, Liechtenstein.
        Dach = "dach", "DACH";
        Asean = "asean", "ASEAN";
        Nordics = "nordics", "Nordics";
        Benelux = "benelux", "Benelux";
        Baltics = "baltics", "Baltics";
        /// Middle East and North Africa.
        Mena = "mena", "MENA";
        /// Gulf Cooperation Council.
        Gcc = "gcc", "GCC";
        LatinAmerica = "latin-america", "Latin America";
        /// The United States and Canada, as the trade has it.
        NorthAmerica = "north-america", "North America";
        Caribbean = "caribbean", "Caribbean";
        /// The continent, with Turkey, Cyprus and Russia, without the Caucasus.
        Europe = "europe", "Europe";
        Eu = "eu", "European Union";
        /// The Commonwealth of Independent States, its founders and associates in use by the trade.
        Cis = "cis", "CIS";
        Anz = "anz", "Australia and New Zealand";
        SubSaharanAfrica = "sub-saharan-africa", "Sub-Saharan Africa";
        Africa = "africa", "Africa";
        Asia = "asia", "Asia";
        SouthAsia = "south-asia", "South Asia";
        CentralEasternEurope = "central-eastern-europe", "Central and Eastern Europe";
        Iberia = "iberia", "Iberia";
        FrenchSpeakingEurope = "french-speaking-europe", "French-speaking Europe";
        JapanKorea = "japan-korea", "Japan and Korea";
        Balkans = "balkans", "Balkans";
        UkIreland = "uk-ireland", "UK and Ireland";
        Oceania = "oceania", "Oceania";
    }
}

const NORTH_AFRICA: &str = "DZ EG EH LY MA SD TN";
const GULF: &str = "AE BH KW OM QA SA";
const LEVANT_AND_IRAN: &str = "IL IQ IR JO LB PS SY YE";
const SUB_SAHARA: &str = "AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW IO KE KM LR LS MG ML MR MU \
    MW MZ NA NE NG RE RW SC SH SL SN SO SS ST SZ TD TF TG TZ UG YT ZA ZM ZW";
const CARIBBEAN: &str =
    "AG AI AW BB BL BM BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI";
const MAINLAND_LATIN: &str = "AR BO BR BZ CL CO CR EC FK GF GT GY HN MX NI PA PE PY SR SV UY VE";
const ASEAN: &str = "BN ID KH LA MM MY PH SG TH TL VN";
const SOUTH_ASIA: &str = "AF BD BT IN LK MV NP PK";
const GREATER_CHINA: &str = "CN HK MO TW";
const CAUCASUS_CENTRAL_ASIA: &str = "AM AZ GE KG KZ TJ TM UZ";
const EU: &str = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";
const EUROPE_OUTSIDE_EU: &str =
    "AD AL AX BA BY CH FO GB GG GI IM IS JE LI MC MD ME MK NO RS RU SJ SM TR UA VA XK";
const OCEANIA: &str =
    "AS AU CC CK CX FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS";

impl TerritoryGroup {
    /// The lists of codes that make it up.
    pub(super) const fn lists(self) -> &'static [&'static str] {
        match self {
            Self::Worldwide => &[],
            Self::GreaterChina => &[GREATER_CHINA],
            Self::Dach => &["AT CH DE LI"],
            Self::Asean => &[ASEAN],
            Self::Nordics => &["AX DK FI FO GL IS NO SE SJ"],
            Self::Benelux => &["BE LU NL"],
            Self::Baltics => &["EE LT LV"],
            Self::Mena => &[NORTH_AFRICA, GULF, LEVANT_AND_IRAN],
            Self::Gcc => &[GULF],
            Self::LatinAmerica => &[MAINLAND_LATIN, "CU DO HT PR"],
            Self::NorthAmerica => &["CA US"],
            Self::Caribbean => &[CARIBBEAN],
            Self::Europe => &[EU, EUROPE_OUTSIDE_EU],
            Self::Eu => &[EU],
            Self::Cis => &["AM AZ BY KG KZ MD RU TJ TM UZ"],
            Self::Anz => &["AU NZ"],
            Self::SubSaharanAfrica => &[SUB_SAHARA],
            Self::Africa => &[NORTH_AFRICA, SUB_SAHARA],
            Self::Asia => &[
                GREATER_CHINA,
                ASEAN,
                SOUTH_ASIA,
                CAUCASUS_CENTRAL_ASIA,
                GULF,
                LEVANT_AND_IRAN,
                "JP KP KR MN",
            ],
            Self::SouthAsia => &[SOUTH_ASIA],
            Self::CentralEasternEurope => {
                &["AL BA BG CZ EE HR HU LT LV MD ME MK PL RO RS SI SK UA XK"]
            }
            Self::Iberia => &["AD ES GI PT"],
            Self::FrenchSpeakingEurope => &["BE CH FR LU MC"],
            Self::JapanKorea => &["JP KR"],
            Self::Balkans => &["AL BA BG GR HR ME MK RO RS SI XK"],
            Self::UkIreland => &["GB GG IE IM JE"],
            Self::Oceania => &[OCEANIA],
        }
    }

    /// The countries it stands for.
    pub fn countries(self) -> TerritorySet {
        static SETS: LazyLock<Vec<TerritorySet>> = LazyLock::new(|| {
            let codes = |group: &TerritoryGroup| {
                group
                    .lists()
                    .iter()
                    .flat_map(|list| list.split_ascii_whitespace())
            };
            TerritoryGroup::ALL
                .iter()
                .map(|group| match group {
                    TerritoryGroup::Worldwide => Country::current().collect(),
                    other => codes(other).filter_map(Country::from_code).collect(),
                })
                .collect()
        });
        SETS.get(self.index()).copied().unwrap_or_default()
    }
}
