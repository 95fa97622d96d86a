//! Numbers the weekly step is written over.
//!
//! The step is stated once, over any [`Num`]: `f64` for one run, [`Lanes`] for
//! many runs side by side, and a symbol that writes the equations down for
//! other engines. Each lane has the bits of the scalar run.

use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::math;

/// What the equations need of a number. There is no comparison that branches:
/// a choice is a value, so that it can be vectorised and exported.
pub trait Num:
    Copy
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + Add<f64, Output = Self>
    + Sub<f64, Output = Self>
    + Mul<f64, Output = Self>
    + Div<f64, Output = Self>
{
    /// The same constant in every lane.
    fn constant(value: f64) -> Self;
    /// The larger of the two.
    fn max(self, other: Self) -> Self;
    /// The smaller of the two.
    fn min(self, other: Self) -> Self;
    /// `e^self`.
    fn exp(self) -> Self;
    /// Natural logarithm of a positive number.
    fn ln(self) -> Self;
    /// Square root of a number that is not negative.
    fn sqrt(self) -> Self;
    /// `yes` where `self < limit`, else `no`.
    fn if_less(self, limit: Self, yes: Self, no: Self) -> Self;

    /// Zero where negative.
    #[inline(always)]
    fn positive(self) -> Self {
        self.max(Self::constant(0.0))
    }

    /// Limited to 0…1.
    #[inline(always)]
    fn unit(self) -> Self {
        self.positive().min(Self::constant(1.0))
    }
}

impl Num for f64 {
    #[inline(always)]
    fn constant(value: f64) -> Self {
        value
    }
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        math::max(self, other)
    }
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        math::min(self, other)
    }
    #[inline(always)]
    fn exp(self) -> Self {
        math::exp(self)
    }
    #[inline(always)]
    fn ln(self) -> Self {
        math::ln(self)
    }
    #[inline(always)]
    fn sqrt(self) -> Self {
        // IEEE 754 fixes every bit of the square root.
        f64::sqrt(self)
    }
    #[inline(always)]
    fn if_less(self, limit: Self, yes: Self, no: Self) -> Self {
        if self < limit { yes } else { no }
    }
}

/// `N` runs side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(align(16))]
pub struct Lanes<const N: usize>(pub [f64; N]);

impl<const N: usize> Lanes<N> {
    #[inline(always)]
    fn map(self, f: impl Fn(f64) -> f64) -> Self {
        let mut out = self.0;
        for x in &mut out {
            *x = f(*x);
        }
        Lanes(out)
    }

    #[inline(always)]
    fn zip(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        let mut out = self.0;
        for (x, y) in out.iter_mut().zip(other.0) {
            *x = f(*x, y);
        }
        Lanes(out)
    }
}

macro_rules! lane_operator {
    ($($trait:ident $method:ident $op:tt)*) => {$(
        impl<const N: usize> $trait for Lanes<N> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                self.zip(other, |a, b| a $op b)
            }
        }
        impl<const N: usize> $trait<f64> for Lanes<N> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: f64) -> Self {
                self.map(|a| a $op other)
            }
        }
    )*};
}

lane_operator! { Add add + Sub sub - Mul mul * Div div / }

impl<const N: usize> Neg for Lanes<N> {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        self.map(|a| -a)
    }
}

impl<const N: usize> Num for Lanes<N> {
    #[inline(always)]
    fn constant(value: f64) -> Self {
        Lanes([value; N])
    }
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        self.zip(other, math::max)
    }
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        self.zip(other, math::min)
    }
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn exp(self) -> Self {
        self.map(math::exp_here)
    }
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn ln(self) -> Self {
        self.map(math::ln_here)
    }
    #[inline(always)]
    fn sqrt(self) -> Self {
        self.map(f64::sqrt)
    }
    #[inline(always)]
    fn if_less(self, limit: Self, yes: Self, no: Self) -> Self {
        let mut out = no.0;
        for (i, x) in out.iter_mut().enumerate() {
            if self.0[i] < limit.0[i] {
                *x = yes.0[i];
            }
        }
        Lanes(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lane_has_the_bits_of_the_scalar() {
        for i in 0..10_000_u32 {
            let x = f64::from(i) * 0.0123 + 0.001;
            let lanes = Lanes([x, -x, x * 0.5, x + 3.0]);
            for (lane, scalar) in lanes.exp().0.into_iter().zip(lanes.0) {
                assert_eq!(lane.to_bits(), Num::exp(scalar).to_bits());
            }
            assert_eq!(Lanes([x; 4]).ln().0[3].to_bits(), Num::ln(x).to_bits());
        }
    }

    #[test]
    fn choice_is_strict() {
        assert_eq!(1.0.if_less(1.0, 2.0, 3.0), 3.0);
        let picked = Lanes([0.0, 1.0]).if_less(Lanes([1.0; 2]), Lanes([2.0; 2]), Lanes([3.0; 2]));
        assert_eq!(picked, Lanes([2.0, 3.0]));
    }
}
