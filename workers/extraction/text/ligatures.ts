import { fold } from '../../../src/kit/fold.ts'

/** Beginnings of usual words with a ligature in them; `_` stands for the ligature. */
const stems: Record<string, string> = {
  fi: 'certi_ca quali_ modi_ca simpli_ identi_ plani_ diversi_ spéci_ pro_l pro_ta _nanc _nal _che _chier _xation _dél _able _rewall _rst _eld _nish _gure _lm _ls _bre _lière _lial _scal o_ciel béné_ce dé_ni dé_s a_n con_rm con_dent con_gura ef_cac scienti_que graphi_que o_cine noti_ca véri_ca uni_ clari_ rami_ grati_ ampli_ électri_ noti_ paci_ veri_ busi_ni classi_ca certi_ed quali_ed de_ne pro_ciency re_ne satis_ed',
  fl: '_ux _exib _otte _uide _uent _uence _uent _eur _uor re_e in_uenc in_ation con_it _ow work_ow _oor _ight _eet',
  ff: 'a_air a_ect a_iche e_ect e_ort o_re o_er chau_eur di_us di_ér e_icac coi_ sta_ di_er bu_et su_ra sou_rance',
  ffi: 'o_ce e_cac di_cul a_ch coe_cient o_cier e_cien su_sant o_cial o_cer tra_c',
  ffl: 'sou_ e_uent',
}
const known: { left: string; right: string; ligature: string }[] = Object.entries(stems).flatMap(([ligature, list]) =>
  list.split(' ').map((stem) => {
    const [left = '', right = ''] = fold(stem).split('_')
    return { left, right, ligature }
  }),
)

/**
 * Ligatures whose letters the file lost: a glyph without meaning inside a word, or a gap. The gap is closed only where
 * both sides and the letters between make the beginning of a usual word.
 */
export function openLigatures(text: string): string {
  return text
    .replace(
      /([\p{L}]*)([\u{E000}-\u{F8FF}\uFFFD\u0000-\u0008\u000e-\u001f])(\p{L}+)/gu,
      (whole, left: string, _glyph: string, right: string) => {
        const found = match(left, right)
        return found === null ? whole : left + found + right
      },
    )
    .replace(/(?<!\p{L})(\p{L}{1,12}) (?=(\p{Ll}{1,14})(?!\p{L}))/gu, (whole, left: string, right: string) => {
      // A gap is white space as well: only what is no word by itself is part of one.
      const found = match(left, right)
      return found === null || !isFragment(left, right) ? whole : left + found
    })
}

function match(left: string, right: string): string | null {
  const a = fold(left)
  const b = fold(right)
  const stem = known.find(
    (one) =>
      a.endsWith(one.left) &&
      a.length - one.left.length <= 5 &&
      b.startsWith(one.right) &&
      (one.left + one.right).length >= 3,
  )
  return stem?.ligature ?? null
}

/** Both sides stand nowhere by themselves: 'certi', 'quali', 'o ce'. */
const alone =
  /^(?:a|y|o|e|de|re|con|in|pro|as|est|dans|the|of|on|to|an|work|sta|plani|electri|classi|veri|scienti|bene)$/
const fragments =
  /^(?:certi|quali|modi|simpli|identi|plani|diversi|speci|benefi|bene|clari|grati|ampli|scienti|noti|veri|di|chau|su|coe)$/
const isFragment = (left: string, right: string): boolean => {
  const a = fold(left)
  const b = fold(right)
  if (fragments.test(a)) return !/^(?:et|ou|de|la|le|les|des|un|une|en)$/.test(b)
  if (!alone.test(a)) return false
  // Short heads are words too: the tail must be one that is none.
  return (
    /^(?:l|ls|ce|ces|cer|cier|ciers|ciel|cielle|cine|cacite|cace|aires|aire|re|res|ectif|ectuer|ort|orts|cultes?|nition|nir|nance|rmer|rmation|dence|dentiel|dentialite|guration|gurer|exion|uence|ation|it|its|ow|ows)$/.test(
      b,
    ) &&
    (a + b).length >= 3 &&
    !/^(?:re ce|de ce|a ce|on ce|in ce|dans|as|est)/.test(`${a} ${b}`)
  )
}
