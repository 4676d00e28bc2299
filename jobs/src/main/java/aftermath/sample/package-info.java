/**
 * The generator of synthetic incidents: files as an organisation would deliver them, and beside
 * them the truth about who was hit. Nothing here knows a particular breach; a profile does. Every
 * person is made of word lists and random numbers; no name, number or address was taken from a data
 * set, and a match with anybody living is chance.
 */
package aftermath.sample;
