# a comment in the first column
#and one more, with ; and /* in it
LD [ 0 ] ld[4]ld
    #0x10 ; a statement over two lines, and three on one
Jeq#0X1F,yes,no;no space at all
yes
  :
    LdI -1 ldi +7 ldi 0 ldi 00 ldi 017 ldi 0b101 ldi 0B11 ldi 0xAbCdEf01 ldi 4294967295 ldi -2147483648
/* over
   lines ; # */ JSET %X , Yes , end_2 /**/
Yes: ST m [ 3 ] LD M[0b11]	OR

x
retx: RET % A
no: ret # 5
end_2:ret#-2
