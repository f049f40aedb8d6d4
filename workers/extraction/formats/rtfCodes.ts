/** Groups whose words are not the document's. */
export const silent = new Set(
  'info pict object themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl latentstyles colorschememapping filetbl revtbl annotation atnid atnauthor atnref atndate atrfstart atrfend bkmkstart bkmkend nonshppict shprslt pn pntxta pntxtb pnseclvl template passwordhash wgrffmtfilter fontemb fontfile mmathPr xe tc tcn rxe txe comment company operator author title subject keywords doccomm hlinkbase formfield datafield protusertbl userprops'.split(
    ' ',
  ),
)

/** Encodings by the character sets of fonts. */
export const charsets: Record<number, string> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}
/** Encodings by the numbers of code pages. */
export const codepages: Record<number, string> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10_000: 'macintosh',
  65_001: 'utf-8',
}
/** Words that stand for a sign. */
export const signs: Record<string, string> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
}
