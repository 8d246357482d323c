; Every instruction that seccomp accepts, in every form that bpf_asm has for it.
         ld   [0]
         ld   [60]
         ld   #17
         ldi  #18
         ldi  19
         st   M[0]
         st   M[15]
         ld   M[0]
         ld   #len
         ld   len
         ldx  #20
         ldxi #21
         ldxi 22
         stx  M[1]
         ldx  M[1]
         ldx  #len
         ldx  len
         tax
         txa
         neg
         add  #1
         add  x
         add  %x
         sub  #2
         sub  x
         sub  %x
         mul  #3
         mul  x
         mul  %x
         div  #4
         div  x
         div  %x
         and  #5
         and  x
         and  %x
         or   #6
         or   x
         or   %x
         xor  #7
         xor  x
         xor  %x
         lsh  #31
         lsh  x
         lsh  %x
         rsh  #30
         rsh  x
         rsh  %x
         jmp  tests
dead:    ret  #9
tests:   jeq  #10, l01, l11
l01:     jeq  x, l02, l11
l02:     jeq  %x, l03, l11
l03:     jeq  #11, l11
         jeq  x, l11
         jeq  %x, l11
         jgt  #12, l04, l11
l04:     jgt  x, l05, l11
l05:     jgt  %x, l06, l11
l06:     jgt  #13, l11
         jgt  x, l11
         jgt  %x, l11
         jge  #14, l07, l11
l07:     jge  x, l08, l11
l08:     jge  %x, l09, l11
l09:     jge  #15, l11
         jge  x, l11
         jge  %x, l11
         jset #16, l10, l11
l10:     jset x, l12, l11
l11:     ret  a
l12:     jset %x, l13, l23
l13:     jset #17, l23
         jset x, l23
         jset %x, l23
         jneq #18, l23
         jneq x, l23
         jneq %x, l23
         jne  #19, l23
         jne  x, l23
         jne  %x, l23
         jlt  #20, l23
         jlt  x, l23
         jlt  %x, l23
         jle  #21, l23
         jle  x, l23
         jle  %x, l23
         ja   l23
l23:     ret  #0x7fff0000
         ret  %a
