import { text, type Constant } from './constants.ts';

/** Folders that the environment names. */
export const FOLDERS = new Map<string, Constant>([
  ['HOME', text('~')],
  ['USERPROFILE', text('~')],
  ['HOMEPATH', text('~')],
  ['APPDATA', text('~/AppData/Roaming')],
  ['LOCALAPPDATA', text('~/AppData/Local')],
  ['PROGRAMDATA', text('C:/ProgramData')],
  ['XDG_CONFIG_HOME', text('~/.config')],
]);
/** Constants of the standard library. */
export const KNOWN = new Map<string, Constant>([
  ['os.sep', text('/')],
  ['os.path.sep', text('/')],
  ['os.linesep', text('\n')],
  ['os.pathsep', text(':')],
  ['os.curdir', text('.')],
  ['os.pardir', text('..')],
  ['os.devnull', text('/dev/null')],
  ['sys.executable', text('python')],
  ['string.ascii_lowercase', text('abcdefghijklmnopqrstuvwxyz')],
  ['string.ascii_uppercase', text('ABCDEFGHIJKLMNOPQRSTUVWXYZ')],
  ['string.ascii_letters', text('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')],
  ['string.digits', text('0123456789')],
  ['string.hexdigits', text('0123456789abcdefABCDEF')],
  ['string.punctuation', text('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~')],
]);
