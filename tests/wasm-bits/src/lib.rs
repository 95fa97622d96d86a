//! The model's numbers bit by bit. `src/main.rs` prints them on this machine, `run.mjs` the same
//! lines from WebAssembly; `cargo xtask test wasm` compares the two.

mod cases;
pub mod work;

pub use cases::cases;

/// A case's line: its name, how many numbers it gives, and a digest of all their bits.
pub fn line(index: usize) -> Option<String> {
    let (name, numbers) = cases().into_iter().nth(index)?;
    let numbers = numbers();
    Some(format!("{name}: {} numbers, {:016x}", numbers.len(), digest(&numbers)))
}

/// FNV-1a over the bits of each number.
fn digest(numbers: &[f64]) -> u64 {
    numbers
        .iter()
        .flat_map(|x| x.to_bits().to_le_bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The door for JavaScript, which has no strings: a line is made, then read where it lies.
#[cfg(target_arch = "wasm32")]
#[expect(unsafe_code, reason = "only a symbol of fixed name can be called from outside")]
mod door {
    use std::cell::RefCell;

    thread_local! {
        static LINE: RefCell<String> = const { RefCell::new(String::new()) };
    }

    /// The length of the case's line in bytes, 0 when there is no such case.
    #[unsafe(no_mangle)]
    extern "C" fn run_case(index: usize) -> usize {
        LINE.with_borrow_mut(|line| {
            *line = super::line(index).unwrap_or_default();
            line.len()
        })
    }

    /// Does a kind of work once, for the benchmark; see [`super::work::KINDS`].
    #[unsafe(no_mangle)]
    extern "C" fn work(kind: usize) -> f64 {
        super::work::once(kind)
    }

    /// Where the line of the last case lies.
    #[unsafe(no_mangle)]
    extern "C" fn line_address() -> *const u8 {
        LINE.with_borrow(|line| line.as_ptr())
    }
}
