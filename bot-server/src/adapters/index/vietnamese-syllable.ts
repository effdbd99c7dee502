const ONSETS = 'b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x|';
const RIMES =
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|e|ec|ech|em|en|eng|enh|eo|ep|et|eu|i|ia|ich|iec|iem|ien|ieng|iep|iet|ieu|im|in|inh|ip|it|iu|' +
  'o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oat|oay|oc|oe|oen|oeo|oet|oi|om|on|ong|ooc|oong|op|ot|' +
  'u|ua|uac|uan|uang|uat|uay|uc|ue|uech|uen|uenh|uet|ui|um|un|ung|uo|uoc|uoi|uom|uon|uong|uop|uot|uou|up|ut|uu|uy|uya|uych|uyen|uyet|uynh|uyt|uyu|' +
  'y|yem|yen|yet|yeu';
const SYLLABLE = new RegExp(`^(?:${ONSETS})(?:${RIMES})$`);

/** Whether a folded syllable could be Vietnamese at all. "chuyen" could, "chuyn" could not: that one is misspelt. */
export function isVietnameseSyllable(folded: string): boolean {
  return SYLLABLE.test(folded);
}
