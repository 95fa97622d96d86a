//! The only source of `exp` and `ln` in the project.
//!
//! The standard library's versions differ between native code and WebAssembly in
//! the last bit; these use additions, multiplications, divisions and integer
//! shifts only, without a branch, so that every platform and every SIMD lane
//! gives the same bits. In WebAssembly they stay functions, since a page pays for
//! each copy. Error: at most 3 units in the last place, by test.

const LOG2_E: f64 = std::f64::consts::LOG2_E;
// ln 2 in two parts, so that `k * LN_2_HIGH` is exact for every exponent k.
const LN_2_HIGH: f64 = 0.693_147_180_369_123_8;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// Adding and subtracting this rounds to the nearest integer.
const ROUND: f64 = 6_755_399_441_055_744.0; // 1.5 · 2^52

/// Largest argument of [`exp`]; beyond it the result is that of the limit.
pub const EXP_LIMIT: f64 = 700.0;

/// The larger of two numbers; unlike `f64::max` it has one answer for ±0.
#[inline(always)]
pub fn max(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

/// The smaller of two numbers; unlike `f64::min` it has one answer for ±0.
#[inline(always)]
pub fn min(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

/// A number kept between two others, the lower one first. Unlike `f64::clamp` it never fails: what would say
/// so writes any number whatever, and that is large.
pub const fn between(value: f64, low: f64, high: f64) -> f64 {
    if value < low {
        low
    } else if value > high {
        high
    } else {
        value
    }
}

/// `e^x`, with `x` limited to ±[`EXP_LIMIT`].
///
/// ```
/// assert_eq!(bathtub_model::math::exp(0.0), 1.0);
/// ```
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline)]
pub fn exp(x: f64) -> f64 {
    exp_here(x)
}

/// [`exp`], written out where it is called: in a loop over lanes the compiler makes vectors of it.
#[inline(always)]
pub(crate) fn exp_here(x: f64) -> f64 {
    let x = max(min(x, EXP_LIMIT), -EXP_LIMIT);
    let shifted = x * LOG2_E + ROUND;
    let k = shifted - ROUND;
    let r = (x - k * LN_2_HIGH) - k * LN_2_LOW;
    // Taylor series: |r| ≤ ln 2 / 2, so that the fourteenth term is below 1e-17. The
    // terms are paired (Estrin), which halves the time a run waits for them.
    let r2 = r * r;
    let r4 = r2 * r2;
    let low = (1.0 + r) + (0.5 + r * (1.0 / 6.0)) * r2;
    let middle = (1.0 / 24.0 + r * (1.0 / 120.0)) + (1.0 / 720.0 + r * (1.0 / 5_040.0)) * r2;
    let high = (1.0 / 40_320.0 + r * (1.0 / 362_880.0)) + (1.0 / 3_628_800.0 + r * (1.0 / 39_916_800.0)) * r2;
    let last = 1.0 / 479_001_600.0 + r * (1.0 / 6_227_020_800.0);
    let sum = low + (middle + (high + last * r4) * r4) * r4;
    // The low bits of `shifted` hold k in two's complement.
    let power = f64::from_bits(shifted.to_bits().wrapping_add(1023) << 52);
    sum * power
}

/// The natural logarithm of a positive, normal number.
///
/// ```
/// assert_eq!(bathtub_model::math::ln(1.0), 0.0);
/// ```
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline)]
pub fn ln(x: f64) -> f64 {
    ln_here(x)
}

/// [`ln`], written out where it is called: in a loop over lanes the compiler makes vectors of it.
#[inline(always)]
pub(crate) fn ln_here(x: f64) -> f64 {
    const SQRT_HALF_BITS: u64 = 0x3fe6_a09e_0000_0000;
    // 2^52 + 2^20: a small integer added to these bits is added to the number.
    const TO_FLOAT: u64 = 0x4330_0000_0010_0000;
    let bits = x.to_bits();
    let k = (bits.wrapping_sub(SQRT_HALF_BITS) as i64 >> 52) as u64;
    let mantissa = f64::from_bits(bits.wrapping_sub(k << 52));
    let exponent = f64::from_bits(TO_FLOAT.wrapping_add(k)) - f64::from_bits(TO_FLOAT);
    let f = mantissa - 1.0;
    let s = f / (2.0 + f);
    let s2 = s * s;
    // 2·artanh(s): |s| ≤ 0.172, so that the twelfth term is below 1e-18.
    let s4 = s2 * s2;
    let s8 = s4 * s4;
    let low = (1.0 / 3.0 + s2 * (1.0 / 5.0)) + (1.0 / 7.0 + s2 * (1.0 / 9.0)) * s4;
    let middle = (1.0 / 11.0 + s2 * (1.0 / 13.0)) + (1.0 / 15.0 + s2 * (1.0 / 17.0)) * s4;
    let high = (1.0 / 19.0 + s2 * (1.0 / 21.0)) + s4 * (1.0 / 23.0);
    let sum = low + (middle + high * s8) * s8;
    let tail = 2.0 * s * (s2 * sum);
    exponent * LN_2_HIGH + (2.0 * s + (tail + exponent * LN_2_LOW))
}

/// The logarithmic mean: a difference over the difference of the logarithms. Parts of a logarithm
/// times it are parts of the difference.
pub fn log_mean(a: f64, b: f64) -> f64 {
    let apart = (a - b).abs() > 1e-9 * (a + b);
    if apart { (a - b) / ln(a / b) } else { (a + b) / 2.0 }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods, reason = "std is what these are compared with")]
    use super::*;

    fn ulps(a: f64, b: f64) -> u64 {
        a.to_bits().abs_diff(b.to_bits())
    }

    #[test]
    fn exp_is_within_three_ulps() {
        for i in -700_000..=700_000_i32 {
            let x = f64::from(i) * 1e-3;
            assert!(ulps(exp(x), x.exp()) <= 3, "exp({x})");
        }
    }

    #[test]
    fn exp_rises() {
        let mut last = 0.0;
        for i in -100_000..=100_000_i32 {
            let now = exp(f64::from(i) * 1e-4);
            assert!(now > last);
            last = now;
        }
    }

    #[test]
    fn ln_is_within_three_ulps() {
        for i in 1..=2_000_000_u32 {
            let x = f64::from(i) * 1e-4;
            let (ours, std) = (ln(x), x.ln());
            assert!(ulps(ours, std) <= 3 || (ours - std).abs() < 1e-16, "ln({x})");
        }
    }

    #[test]
    fn limits_are_finite() {
        assert!(exp(1e300).is_finite() && exp(-1e300) > 0.0);
        assert_eq!(max(-0.0, 0.0).to_bits(), 0.0_f64.to_bits());
    }
}
