       ld [4]                        ; arch
       jgt #0xc, L3
       ldx #0x13
L3:    st M[0]
       jgt #1, L25
       rsh x
       add x
       ld [0]                        ; sys_number
       jeq #15, L12, L124
       ld [20]                       ; args[0] >> 32
       jeq #2, L163, L12
       ld #len
L12:   add x
       ld [16]                       ; args[0]
       sub x
       jeq #0x14, L163, L19
       jeq #7, L107, L20
       jeq x, L144, L91
       ret #0x7fff0000               ; ALLOW
L19:   st M[6]
L20:   jeq #0x40000003, L101
       or #0x11
       ld [4]                        ; arch
       jge #0x487ebd6b, L25
       ld [0]                        ; sys_number
L25:   add x
       neg
       xor x
       ret #0x7fc00000               ; USER_NOTIF
       add x
       or #0x1f82ccf3
       tax
       lsh x
       sub x
       jgt #0x14, L37
       jge #4, L38, L53
       lsh #9
L37:   lsh #31
L38:   jlt #2, L42
       ld #0x42c03118
       or #0x12
       lsh #0
L42:   jset #0xb, L45, L46
       jgt x, L46, L46
       jlt x, L48
L45:   jeq x, L49, L48
L46:   jgt #0x29d3266d, L126
       jge #0x11, L50, L152
L48:   ret #0x7ffc0000               ; LOG
L49:   ld #len
L50:   jset #5, L92
       or #3
       ja L56
L53:   ret #0                        ; KILL_THREAD
       jgt #0x406ea4d, L138, L58
       rsh x
L56:   ld [0]                        ; sys_number
       ld [16]                       ; args[0]
L58:   jgt #7, L62, L60
       ldx #0x2e2a0db9
L60:   jge #0xd5fbdb1f, L63, L63
       ld [16]                       ; args[0]
L62:   and #1
L63:   ld M[0]
       lsh #8
       mul #0x5ad80c47
       ret #0x7fc00000               ; USER_NOTIF
       jge x, L133, L70
       jset #0x7fffffff, L72
       tax
L70:   jset #0xc000003e, L72, L74
       ret #0x30007                  ; TRAP(7)
L72:   ret #0x30007                  ; TRAP(7)
       jset #5, L76, L77
L74:   and x
       mul #0x11
L76:   ld [16]                       ; args[0]
L77:   ld #0x40000000
       xor x
       jeq #0xfffffffe, L81, L83
       jle #0x57c63b2a, L95
L81:   sub x
       ldx #len
L83:   mul x
       neg
       ld [4]                        ; arch
       stx M[1]
       jge #0x12, L88
L88:   lsh x
       jge #6, L93, L91
       jset #0xffffffff, L91, L94
L91:   ld [4]                        ; arch
L92:   jgt #6, L95, L96
L93:   add #0x10
L94:   and x
L95:   ld [20]                       ; args[0] >> 32
L96:   jset x, L100
       xor x
       xor #0x13
       rsh #30
L100:  jeq #0x80000000, L102
L101:  and x
L102:  jeq x, L103
L103:  ld [12]                       ; instruction_pointer >> 32
       jset #0xc000003e, L147
       ldx #len
       jgt x, L129
L107:  ld [0]                        ; sys_number
       div #8
       ld [60]                       ; args[5] >> 32
       jset #0x14, L114, L114
       and x
       ld [0]                        ; sys_number
       ret #0                        ; KILL_THREAD
L114:  and #7
       jeq #0x11, L119, L118
       div x
       ret a
L118:  ldx #len
L119:  jgt #0xf, L122, L122
       jeq #0x40622e4a, L122, L122
       ldx M[4]
L122:  and x
       ld #len
L124:  jgt #0x7baf3bb9, L158, L127
       jset #1, L163
L126:  or x
L127:  ret #0x7ffc0000               ; LOG
       jset x, L131, L189
L129:  jset #5, L133, L131
       ld M[12]
L131:  jeq #0xa3d17f1d, L134, L134
       xor #9
L133:  ret #0x7fc00000               ; USER_NOTIF
L134:  ret a
       or x
       ldx #0x10
       ld [4]                        ; arch
L138:  mul #0xf
       ld [4]                        ; arch
       jge #8, L142, L144
       ld [32]                       ; args[2]
L142:  ret #0x7fc00000               ; USER_NOTIF
       jgt #0xffffffff, L145, L147
L144:  ret a
L145:  ld #0xc000003e
       jset #3, L147, L149
L147:  ld [8]                        ; instruction_pointer
       ja L149
L149:  div x
       ld [16]                       ; args[0]
       ld [20]                       ; args[0] >> 32
L152:  div x
       jge #2, L155, L157
       jlt #0xa, L157
L155:  div #0x80000000
       ret a
L157:  jge #1, L160, L161
L158:  jgt #0x13, L178, L160
       ld [24]                       ; args[1]
L160:  ret a
L161:  ld [4]                        ; arch
       ld #len
L163:  ret a
       jle #5, L168
       jge #0x10, L188, L168
       jgt #0x577ca2a4, L167
L167:  ld #9
L168:  ja L172
       jgt #0x851cf928, L189
       and #0x40000000
       or #0xc000003e
L172:  jlt #0x10, L174
       sub #3
L174:  ld [20]                       ; args[0] >> 32
       jset #0xfffffffe, L179, L178
       ldx #len
       jeq x, L179, L180
L178:  ld [12]                       ; instruction_pointer >> 32
L179:  jgt #0x12, L183, L181
L180:  rsh x
L181:  jeq #0xc, L183, L185
       stx M[1]
L183:  jset #3, L187
       jset #0xffffffff, L187, L188
L185:  jgt #0xba695db1, L192, L189
       xor #2
L187:  div #0xe
L188:  ld [20]                       ; args[0] >> 32
L189:  ld [16]                       ; args[0]
       ret a
       jlt #0x10, L193
L192:  jgt #0x759dd9, L195, L194
L193:  jge #0x766b3295, L196
L194:  mul #0x10
L195:  and #0xb
L196:  ret a
