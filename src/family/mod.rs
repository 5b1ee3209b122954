//! A room for each family of boards: what its boards are, and what can be done with them. Knows protocols, and no command
//! line.

pub mod rockchip;
