//! ADNL: the newer protocol, which resembles fastboot.
