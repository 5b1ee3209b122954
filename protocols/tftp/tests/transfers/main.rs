//! Both directions between a server and a client with U-Boot's habits, on a simulated line.

mod faults;
mod line;
mod plain;
mod put;
