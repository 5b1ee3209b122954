@ Switches the instruction cache off and empties it: some boot ROMs leave it on, and code that is written over code
@ that has run before would not be seen.

        .include "cp15.inc"

        mrc     p15, 0, r0, c1, c0, 0
        bic     r0, r0, #0x1000                 @ I
        mcr     p15, 0, r0, c1, c0, 0
        mov     r0, #0
        mcr     p15, 0, r0, c7, c5, 0
        drain   r0
        synchronise r0, r1
        bx      lr
parameters:
