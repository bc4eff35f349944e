//! Five colours for a title: ground, far, middle, light and paper.

use super::dice::Dice;

/// Hand-picked schemes, darkest first; the last is light enough for type on the first.
const SCHEMES: [[u32; 5]; 12] = [
    [0x0b1026, 0x1f2a5a, 0x5b3f8c, 0xff5d8f, 0xfff1e6],
    [0x10222b, 0x1d4a54, 0x3f8a86, 0xf2b84b, 0xfdf3dc],
    [0x1a0f14, 0x5a1526, 0xa62639, 0xf26a4b, 0xfbe9d7],
    [0x0d1b16, 0x1f4535, 0x4f8a5b, 0xe6d36a, 0xf6f4e0],
    [0x16131f, 0x3a2d57, 0x7a5ba6, 0xf0a6ca, 0xfaf0f6],
    [0x1b1712, 0x4a3a28, 0x9a6b3c, 0xf0b35c, 0xfaf0dd],
    [0x08161f, 0x11405c, 0x2a7fa6, 0x7fe0e6, 0xf0fbfb],
    [0x1e1014, 0x6b2034, 0xc2504a, 0xf7c873, 0xfdf4e3],
    [0x111318, 0x2e343f, 0x66707f, 0xff4b3a, 0xf3f1ec],
    [0x0f1a33, 0x274b8a, 0x6c8fc9, 0xffc857, 0xfff8e7],
    [0x1a1226, 0x4c1d5e, 0xb0307a, 0xff9a5a, 0xfff0df],
    [0x12201f, 0x2f4f4a, 0x7b9a86, 0xe88d67, 0xf8efe4],
];

/// The colours of a title: a scheme, its hue turned a little.
pub fn palette(seed: u64) -> [String; 5] {
    let mut dice = Dice::new(seed, 1);
    let scheme = SCHEMES[dice.below(12) as usize];
    let turn = (f64::from(dice.below(25)) - 12.0).to_radians();
    scheme.map(|colour| turned(colour, turn))
}

/// A colour turned about the grey axis.
fn turned(colour: u32, angle: f64) -> String {
    let part = |shift: u32| f64::from((colour >> shift) & 255);
    let (r, g, b) = (part(16), part(8), part(0));
    let (same, side) = (angle.cos(), angle.sin() / 3f64.sqrt());
    let grey = (1.0 - same) * (r + g + b) / 3.0;
    let hex = |value: f64| format!("{:02x}", value.round().clamp(0.0, 255.0) as u8);
    format!(
        "#{}{}{}",
        hex(same * r + grey + side * (b - g)),
        hex(same * g + grey + side * (r - b)),
        hex(same * b + grey + side * (g - r))
    )
}
