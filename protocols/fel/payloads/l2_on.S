@ Enables the L2 cache (Cortex-A8: ACTLR bit 1), which the SPL of A10 and A13 expects.

        .include "cp15.inc"

        mrc     p15, 0, r0, c1, c0, 1
        orr     r0, r0, #2
        mcr     p15, 0, r0, c1, c0, 1
        bx      lr
parameters:
