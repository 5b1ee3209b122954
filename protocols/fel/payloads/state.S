@ Tells the processor's state: SCTLR, DACR, TTBCR, TTBR0, MIDR, CPSR, SP, SP of IRQ mode.

        .include "cp15.inc"

        adr     r0, parameters
        mrc     p15, 0, r1, c1, c0, 0           @ SCTLR
        mrc     p15, 0, r2, c3, c0, 0           @ DACR
        stmia   r0!, {r1, r2}
        mrc     p15, 0, r3, c0, c0, 0           @ MIDR
        mov     r1, r3, lsr #16
        and     r1, r1, #0xf
        cmp     r1, #6
        mov     r1, #0                          @ an ARM926 has no TTBCR
        mrchi   p15, 0, r1, c2, c0, 2           @ TTBCR
        mrc     p15, 0, r2, c2, c0, 0           @ TTBR0
        stmia   r0!, {r1, r2, r3}
        mrs     r1, cpsr
        mov     r2, sp
        bic     r3, r1, #0x1f
        orr     r3, r3, #0xd2                   @ IRQ mode, interrupts masked while we are in it
        msr     cpsr_c, r3
        mov     r3, sp
        msr     cpsr_c, r1
        stmia   r0, {r1, r2, r3}
        bx      lr
parameters:
