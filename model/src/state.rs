//! The stocks that a week hands to the next.

use std::ops::{Index, IndexMut};

use crate::num::Num;
use crate::parameters::ParameterId as P;
use crate::series::Series;
use crate::shapes;
use crate::steady::Model;

/// The stocks, indexed by [`Series`].
#[derive(Clone, Copy, Debug)]
pub struct State<T>(pub(crate) [T; Series::STOCKS]);

impl<T> Index<Series> for State<T> {
    type Output = T;
    fn index(&self, stock: Series) -> &T {
        &self.0[stock as usize]
    }
}

impl<T> IndexMut<Series> for State<T> {
    fn index_mut(&mut self, stock: Series) -> &mut T {
        &mut self.0[stock as usize]
    }
}

/// The stocks of week 0.
pub fn opening<T: Num>(m: &Model<T>) -> State<T> {
    let mut x = State([T::constant(0.0); Series::STOCKS]);
    let half_pool = m.recycled / shapes::YEAR * m.p[P::RecyclingLag] / 2.0;
    x[Series::Reserves] = m.o.reserves;
    x[Series::OnRrp] = m.o.on_rrp;
    x[Series::Tga] = m.o.tga;
    x[Series::Currency] = m.o.currency;
    x[Series::FedAssets] = m.o.fed_assets;
    x[Series::BankAssets] = m.o.bank_assets;
    x[Series::DryPowder] = m.p[P::Dry];
    x[Series::PoolEarly] = half_pool;
    x[Series::PoolLate] = half_pool;
    x[Series::Water] = m.water;
    x[Series::VendorLent] = m.vendor_lent;
    x[Series::LeveredDebt] = m.levered_debt;
    x[Series::DeepCash] = m.p[P::DeepPocketCash];
    x
}
