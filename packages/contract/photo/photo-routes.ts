/** Photos travel apart from facts, named by their SHA-256: `PUT` the bytes (JPEG, PNG or WebP, at most 10 MB). */
export const photoPath = '/api/photos/:photoHash'

/** A photo a household's record refers to, for those who may see that household. */
export const householdPhotoPath = '/api/households/:householdId/photos/:photoHash'
