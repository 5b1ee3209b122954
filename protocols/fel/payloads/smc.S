@ Asks the boot ROM's monitor for the secure state. On a SoC without the secure-boot fuse there is no monitor: fatal.

        .include "cp15.inc"

        .inst   0xe1600070                      @ smc #0
        bx      lr
parameters:
