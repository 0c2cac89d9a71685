sheet-title-ask = طلب المساعدة
