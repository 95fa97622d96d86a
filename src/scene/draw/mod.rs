//! How everything is drawn: a function for each thing in the picture.

#[cfg(test)]
mod art;
mod buildings;
mod context;
mod ducks;
mod fixed;
mod gauge;
mod picture;
mod pipes;
mod tank;
mod taps;
mod tub;

pub use picture::Picture;
