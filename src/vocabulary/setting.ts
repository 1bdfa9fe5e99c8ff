/** What can be set for the project; each value is JSON, dated. */
export const SETTING_NAMES = ['rag', 'fiscalStartMonth', 'contact'] as const
export type SettingName = (typeof SETTING_NAMES)[number]
