@ Writes 32-bit registers from a list of (address, value), in order.

        .include "cp15.inc"

        adr     r0, parameters
        ldr     r1, [r0], #4                    @ count
next:   subs    r1, r1, #1
        bmi     done
        ldmia   r0!, {r2, r3}
        str     r3, [r2]
        b       next
done:   drain   r0                              @ the writes have arrived before the host hears that we are back
        bx      lr
parameters:
