/** Where readers of files look for it; what judges has it from src/text. */
export { isSecretName } from '../../text/secret-names.ts';
