/**
 * The types of UN/CEFACT Cross Industry Invoice D16B that an invoice can reach, P to Z; see the first part for how to read it.
 */
export const ciiZweiterTeil = `
PackagingMarking: ram:TypeCode*:codeUri ram:Content* ram:ContentDateTime? ram:ContentAmount* ram:BarcodeTypeCode*
  ram:ContentCode* ram:AutomaticDataCaptureMethodTypeCode*:codeUri
ProcuringProject: ram:ID ram:Description? ram:Name
ProductCharacteristic: ram:ID* ram:TypeCode? ram:Description* ram:ValueMeasure? ram:MeasurementMethodCode? ram:Value*
  ram:ValueCode? ram:ValueDateTime? ram:ValueIndicator? ram:ContentTypeCode? ram:ValueSpecifiedBinaryFile?:SpecifiedBinaryFile
  ram:ApplicableProductCharacteristicCondition*:ProductCharacteristicCondition
  ram:ApplicableReferencedStandard?:ReferencedStandard
ProductCharacteristicCondition: ram:TypeCode? ram:Name* ram:ValueMeasure?
ProductClassification: ram:SystemID? ram:SystemName* ram:ClassCode? ram:ClassName* ram:SubClassCode?
  ram:ClassProductCharacteristic*:ProductCharacteristic ram:ApplicableReferencedStandard?:ReferencedStandard
RecordedStatus: ram:ConditionCode ram:ChangerName? ram:ChangedDateTime
ReferencePrice: ram:ChargeAmount? ram:BasisQuantity* ram:NetPriceIndicator* ram:ComparisonMethodCode?
ReferencedDocument: ram:IssuerAssignedID? ram:URIID? ram:StatusCode?:codeName ram:CopyIndicator? ram:LineID?
  ram:TypeCode?:codeNameUri ram:GlobalID? ram:RevisionID? ram:Name* ram:AttachmentBinaryObject* ram:Information*
  ram:ReferenceTypeCode?:codeName ram:SectionName* ram:PreviousRevisionID* ram:FormattedIssueDateTime?:FormattedDateTime
  ram:EffectiveSpecifiedPeriod?:SpecifiedPeriod ram:IssuerTradeParty?:TradeParty
  ram:AttachedSpecifiedBinaryFile*:SpecifiedBinaryFile
ReferencedProduct: ram:ID* ram:GlobalID* ram:SellerAssignedID? ram:BuyerAssignedID? ram:ManufacturerAssignedID*
  ram:IndustryAssignedID* ram:Name* ram:Description* ram:RelationshipTypeCode* ram:UnitQuantity*
ReferencedStandard: ram:ID? ram:VersionID? ram:ElementVersionID? ram:URIID? ram:PartID? ram:AgencyID?
RegisteredTax: ram:TypeCode? ram:ExemptionReasonCode? ram:ExemptionReason* ram:CurrencyCode? ram:Jurisdiction* ram:Description*
  ram:CustomsDutyIndicator?
ReturnableAssetInstructions: ram:MaterialID* ram:TermsAndConditionsDescription* ram:TermsAndConditionsDescriptionCode?
  ram:DepositValueSpecifiedAmount* ram:DepositValueValiditySpecifiedPeriod?:SpecifiedPeriod
SpatialDimension: ram:ValueMeasure? ram:TypeCode?:codeName ram:Description* ram:WidthMeasure? ram:LengthMeasure?
  ram:HeightMeasure? ram:ID? ram:DiameterMeasure?
SpecificationQuery: ram:ID ram:TypeCode? ram:Content ram:ContractualLanguageCode?
SpecificationResponse: ram:ID ram:QueryID? ram:TypeCode? ram:Content ram:ContractualLanguageCode?
SpecifiedBinaryFile: ram:ID* ram:Title* ram:AuthorName* ram:VersionID? ram:FileName? ram:URIID? ram:MIMECode? ram:EncodingCode?
  ram:CharacterSetCode? ram:IncludedBinaryObject* ram:Access* ram:Description* ram:SizeMeasure?
  ram:AccessAvailabilitySpecifiedPeriod?:SpecifiedPeriod
SpecifiedMarketplace: ram:ID? ram:Name? ram:VirtualIndicator? ram:WebsiteURIID* ram:SalesMethodCode?
  ram:OrderingAvailablePeriod*:AvailablePeriod
SpecifiedPeriod: ram:DurationMeasure* ram:InclusiveIndicator? ram:Description* ram:StartDateTime? ram:EndDateTime?
  ram:CompleteDateTime? ram:OpenIndicator? ram:SeasonCode? ram:ID? ram:Name* ram:SequenceNumeric? ram:StartDateFlexibilityCode?
  ram:ContinuousIndicator? ram:PurposeCode?
SubordinateLineTradeAgreement: ram:SellerOrderReferencedDocument?:ReferencedDocument
  ram:BuyerOrderReferencedDocument?:ReferencedDocument ram:AdditionalReferencedDocument*:ReferencedDocument
  ram:GrossPriceProductTradePrice?:TradePrice ram:NetPriceProductTradePrice?:TradePrice
SubordinateLineTradeDelivery: ram:PackageQuantity? ram:ProductUnitQuantity? ram:PerPackageUnitQuantity?
  ram:IncludedSupplyChainPackaging*:SupplyChainPackaging
SubordinateLineTradeSettlement: ram:ApplicableTradeTax?:TradeTax
SubordinateTradeLineItem: ram:ID* ram:SpecifiedReferencedProduct?:ReferencedProduct ram:ApplicableTradeProduct*:TradeProduct
  ram:SpecifiedSubordinateLineTradeAgreement?:SubordinateLineTradeAgreement
  ram:SpecifiedSubordinateLineTradeDelivery?:SubordinateLineTradeDelivery
  ram:SpecifiedSubordinateLineTradeSettlement?:SubordinateLineTradeSettlement
SupplyChainConsignment: ram:GrossWeightMeasure* ram:NetWeightMeasure* ram:GrossVolumeMeasure* ram:InsurancePremiumAmount?
  ram:AssociatedInvoiceAmount* ram:TotalChargeAmount? ram:DeclaredValueForCustomsAmount? ram:PackageQuantity?
  ram:ConsignorTradeParty?:TradeParty ram:ConsigneeTradeParty?:TradeParty ram:CarrierTradeParty?:TradeParty
  ram:FreightForwarderTradeParty?:TradeParty ram:DeliveryTradeParty?:TradeParty ram:CustomsImportAgentTradeParty?:TradeParty
  ram:CustomsExportAgentTradeParty?:TradeParty ram:GroupingCentreTradeParty*:TradeParty
  ram:TransportContractReferencedDocument?:ReferencedDocument ram:AssociatedReferencedDocument*:ReferencedDocument
  ram:IncludedSupplyChainConsignmentItem*:SupplyChainConsignmentItem
  ram:UtilizedLogisticsTransportEquipment*:LogisticsTransportEquipment
  ram:SpecifiedLogisticsTransportMovement*:LogisticsTransportMovement
SupplyChainConsignmentItem: ram:TypeCode?:codeName ram:TypeExtensionCode?:codeName ram:DeclaredValueForCustomsAmount?
  ram:DeclaredValueForStatisticsAmount? ram:InvoiceAmount* ram:GrossWeightMeasure? ram:NetWeightMeasure? ram:TariffQuantity?
  ram:NatureIdentificationTransportCargo?:TransportCargo
SupplyChainEvent: ram:ID? ram:OccurrenceDateTime? ram:TypeCode? ram:Description* ram:DescriptionBinaryObject* ram:UnitQuantity?
  ram:LatestOccurrenceDateTime? ram:EarliestOccurrenceDateTime? ram:OccurrenceSpecifiedPeriod?:SpecifiedPeriod
  ram:OccurrenceLogisticsLocation?:LogisticsLocation
SupplyChainPackaging: ram:TypeCode?:codeName ram:Type? ram:Description* ram:ConditionCode? ram:DisposalMethodCode*
  ram:WeightMeasure* ram:MaximumStackabilityQuantity? ram:MaximumStackabilityWeightMeasure? ram:CustomerFacingTotalUnitQuantity?
  ram:LayerTotalUnitQuantity? ram:ContentLayerQuantity? ram:LinearSpatialDimension?:SpatialDimension
  ram:MinimumLinearSpatialDimension?:SpatialDimension ram:MaximumLinearSpatialDimension?:SpatialDimension
  ram:SpecifiedPackagingMarking*:PackagingMarking ram:ApplicableMaterialGoodsCharacteristic*:MaterialGoodsCharacteristic
  ram:ApplicableDisposalInstructions*:DisposalInstructions
  ram:ApplicableReturnableAssetInstructions*:ReturnableAssetInstructions
SupplyChainTradeLineItem: ram:DescriptionCode? ram:AssociatedDocumentLineDocument:DocumentLineDocument
  ram:SpecifiedTradeProduct?:TradeProduct ram:SpecifiedLineTradeAgreement?:LineTradeAgreement
  ram:SpecifiedLineTradeDelivery?:LineTradeDelivery ram:SpecifiedLineTradeSettlement:LineTradeSettlement
  ram:IncludedSubordinateTradeLineItem*:SubordinateTradeLineItem
SupplyChainTradeTransaction: ram:IncludedSupplyChainTradeLineItem*:SupplyChainTradeLineItem
  ram:ApplicableHeaderTradeAgreement:HeaderTradeAgreement ram:ApplicableHeaderTradeDelivery:HeaderTradeDelivery
  ram:ApplicableHeaderTradeSettlement:HeaderTradeSettlement
TaxRegistration: ram:ID? ram:AssociatedRegisteredTax?:RegisteredTax
TradeAccountingAccount: ram:ID ram:SetTriggerCode?:codeUri ram:TypeCode?:codeUri ram:AmountTypeCode?:codeUri ram:Name?
  ram:CostReferenceDimensionPattern?
TradeAddress: ram:ID? ram:PostcodeCode? ram:PostOfficeBox? ram:BuildingName? ram:LineOne? ram:LineTwo? ram:LineThree?
  ram:LineFour? ram:LineFive? ram:StreetName? ram:CityName? ram:CitySubDivisionName? ram:CountryID?:kennungKurz ram:CountryName*
  ram:CountrySubDivisionID? ram:CountrySubDivisionName* ram:AttentionOf? ram:CareOf? ram:BuildingNumber? ram:DepartmentName?
  ram:AdditionalStreetName?
TradeAllowanceCharge: ram:ChargeIndicator? ram:ID? ram:SequenceNumeric? ram:CalculationPercent? ram:BasisAmount?
  ram:BasisQuantity? ram:PrepaidIndicator? ram:ActualAmount* ram:UnitBasisAmount? ram:ReasonCode?:codeUri ram:Reason?
  ram:TypeCode?:codeUri ram:CategoryTradeTax*:TradeTax ram:ActualTradeCurrencyExchange?:TradeCurrencyExchange
TradeContact: ram:ID? ram:PersonName? ram:DepartmentName? ram:TypeCode?:codeUri ram:JobTitle? ram:Responsibility? ram:PersonID*
  ram:TelephoneUniversalCommunication?:UniversalCommunication ram:DirectTelephoneUniversalCommunication?:UniversalCommunication
  ram:MobileTelephoneUniversalCommunication?:UniversalCommunication ram:FaxUniversalCommunication?:UniversalCommunication
  ram:EmailURIUniversalCommunication?:UniversalCommunication ram:TelexUniversalCommunication?:UniversalCommunication
  ram:VOIPUniversalCommunication?:UniversalCommunication ram:InstantMessagingUniversalCommunication?:UniversalCommunication
  ram:SpecifiedNote*:Note ram:SpecifiedContactPerson?:ContactPerson
TradeCountry: ram:ID?:kennungKurz ram:Name* ram:SubordinateTradeCountrySubDivision*:TradeCountrySubDivision
TradeCountrySubDivision: ram:ID? ram:Name*
TradeCurrencyExchange: ram:SourceCurrencyCode:codeUri ram:SourceUnitBasisNumeric? ram:TargetCurrencyCode:codeUri
  ram:TargetUnitBaseNumeric? ram:MarketID? ram:ConversionRate ram:ConversionRateDateTime?
  ram:AssociatedReferencedDocument*:ReferencedDocument
TradeDeliveryTerms: ram:DeliveryTypeCode?:codeKurz ram:Description* ram:RelevantTradeLocation?:TradeLocation
TradeLocation: ram:CountryID?:kennungKurz ram:CountryName? ram:ID? ram:Name?
TradeParty: ram:ID* ram:GlobalID* ram:Name? ram:RoleCode*:codeName ram:Description*
  ram:SpecifiedLegalOrganization?:LegalOrganization ram:DefinedTradeContact*:TradeContact ram:PostalTradeAddress?:TradeAddress
  ram:URIUniversalCommunication*:UniversalCommunication ram:SpecifiedTaxRegistration*:TaxRegistration
  ram:EndPointURIUniversalCommunication?:UniversalCommunication ram:LogoAssociatedSpecifiedBinaryFile*:SpecifiedBinaryFile
TradePaymentDiscountTerms: ram:BasisDateTime? ram:BasisPeriodMeasure? ram:BasisAmount? ram:CalculationPercent?
  ram:ActualDiscountAmount?
TradePaymentPenaltyTerms: ram:BasisDateTime? ram:BasisPeriodMeasure? ram:BasisAmount? ram:CalculationPercent?
  ram:ActualPenaltyAmount?
TradePaymentTerms: ram:ID?:kennungKurz ram:FromEventCode?:codeKurz ram:SettlementPeriodMeasure? ram:Description*
  ram:DueDateDateTime? ram:TypeCode?:codeName ram:InstructionTypeCode? ram:DirectDebitMandateID* ram:PartialPaymentPercent?
  ram:PaymentMeansID* ram:PartialPaymentAmount* ram:ApplicableTradePaymentPenaltyTerms?:TradePaymentPenaltyTerms
  ram:ApplicableTradePaymentDiscountTerms?:TradePaymentDiscountTerms ram:PayeeTradeParty*:TradeParty
TradePrice: ram:TypeCode?:codeKurz ram:ChargeAmount+ ram:BasisQuantity? ram:MinimumQuantity? ram:MaximumQuantity?
  ram:ChangeReason* ram:OrderUnitConversionFactorNumeric? ram:AppliedTradeAllowanceCharge*:TradeAllowanceCharge
  ram:ValiditySpecifiedPeriod?:SpecifiedPeriod ram:IncludedTradeTax*:TradeTax ram:DeliveryTradeLocation*:TradeLocation
  ram:TradeComparisonReferencePrice*:ReferencePrice ram:AssociatedReferencedDocument*:ReferencedDocument
TradeProduct: ram:ID? ram:GlobalID? ram:SellerAssignedID? ram:BuyerAssignedID? ram:ManufacturerAssignedID? ram:Name*
  ram:TradeName? ram:Description? ram:TypeCode? ram:NetWeightMeasure? ram:GrossWeightMeasure? ram:ProductGroupID*
  ram:EndItemTypeCode* ram:EndItemName* ram:AreaDensityMeasure? ram:UseDescription* ram:BrandName? ram:SubBrandName?
  ram:DrainedNetWeightMeasure? ram:VariableMeasureIndicator? ram:ColourCode? ram:ColourDescription* ram:Designation*
  ram:FormattedCancellationAnnouncedLaunchDateTime?:FormattedDateTime
  ram:FormattedLatestProductDataChangeDateTime?:FormattedDateTime ram:ApplicableProductCharacteristic*:ProductCharacteristic
  ram:ApplicableMaterialGoodsCharacteristic*:MaterialGoodsCharacteristic
  ram:DesignatedProductClassification*:ProductClassification ram:IndividualTradeProductInstance*:TradeProductInstance
  ram:CertificationEvidenceReferenceReferencedDocument*:ReferencedDocument
  ram:InspectionReferenceReferencedDocument*:ReferencedDocument ram:OriginTradeCountry?:TradeCountry
  ram:LinearSpatialDimension?:SpatialDimension ram:MinimumLinearSpatialDimension?:SpatialDimension
  ram:MaximumLinearSpatialDimension?:SpatialDimension ram:ManufacturerTradeParty?:TradeParty
  ram:PresentationSpecifiedBinaryFile*:SpecifiedBinaryFile ram:MSDSReferenceReferencedDocument?:ReferencedDocument
  ram:AdditionalReferenceReferencedDocument*:ReferencedDocument ram:LegalRightsOwnerTradeParty?:TradeParty
  ram:BrandOwnerTradeParty?:TradeParty ram:IncludedReferencedProduct*:ReferencedProduct ram:InformationNote*:Note
TradeProductInstance: ram:GlobalSerialID? ram:BatchID? ram:KanbanID? ram:SupplierAssignedSerialID? ram:BestBeforeDateTime?
  ram:ExpiryDateTime? ram:SellByDateTime? ram:SerialID* ram:RegistrationID* ram:ProductionSupplyChainEvent?:SupplyChainEvent
  ram:PackagingSupplyChainEvent?:SupplyChainEvent ram:ApplicableMaterialGoodsCharacteristic*:MaterialGoodsCharacteristic
  ram:ApplicableProductCharacteristic*:ProductCharacteristic
TradeSettlementFinancialCard: ram:MicrochipIndicator? ram:ID? ram:TypeCode? ram:CardholderName? ram:ExpiryDate?:Date
  ram:VerificationNumeric? ram:ValidFromDateTime? ram:CreditLimitAmount* ram:CreditAvailableAmount* ram:InterestRatePercent?
  ram:IssuingCompanyName? ram:Description?
TradeSettlementHeaderMonetarySummation: ram:LineTotalAmount* ram:ChargeTotalAmount* ram:AllowanceTotalAmount*
  ram:TaxBasisTotalAmount* ram:TaxTotalAmount* ram:RoundingAmount* ram:GrandTotalAmount* ram:InformationAmount*
  ram:TotalPrepaidAmount* ram:TotalDiscountAmount* ram:TotalAllowanceChargeAmount* ram:DuePayableAmount*
  ram:RetailValueExcludingTaxInformationAmount* ram:TotalDepositFeeInformationAmount*
  ram:ProductValueExcludingTobaccoTaxInformationAmount* ram:TotalRetailValueInformationAmount* ram:GrossLineTotalAmount*
  ram:NetLineTotalAmount* ram:NetIncludingTaxesLineTotalAmount*
TradeSettlementLineMonetarySummation: ram:LineTotalAmount* ram:ChargeTotalAmount* ram:AllowanceTotalAmount*
  ram:TaxBasisTotalAmount* ram:TaxTotalAmount* ram:GrandTotalAmount* ram:InformationAmount* ram:TotalAllowanceChargeAmount*
  ram:TotalRetailValueInformationAmount* ram:GrossLineTotalAmount* ram:NetLineTotalAmount* ram:NetIncludingTaxesLineTotalAmount*
  ram:ProductWeightLossInformationAmount*
TradeSettlementPaymentMeans: ram:PaymentChannelCode?:codeName ram:TypeCode?:codeKurz ram:GuaranteeMethodCode?:codeKurz
  ram:PaymentMethodCode? ram:Information* ram:ID* ram:ApplicableTradeSettlementFinancialCard?:TradeSettlementFinancialCard
  ram:PayerPartyDebtorFinancialAccount?:DebtorFinancialAccount ram:PayeePartyCreditorFinancialAccount?:CreditorFinancialAccount
  ram:PayerSpecifiedDebtorFinancialInstitution?:DebtorFinancialInstitution
  ram:PayeeSpecifiedCreditorFinancialInstitution?:CreditorFinancialInstitution
TradeTax: ram:CalculatedAmount* ram:TypeCode?:codeUri ram:ExemptionReason? ram:CalculatedRate? ram:CalculationSequenceNumeric?
  ram:BasisQuantity? ram:BasisAmount* ram:UnitBasisAmount* ram:LineTotalBasisAmount* ram:AllowanceChargeBasisAmount*
  ram:CategoryCode?:codeUri ram:CurrencyCode?:codeUri ram:Jurisdiction* ram:CustomsDutyIndicator? ram:ExemptionReasonCode?
  ram:TaxBasisAllowanceRate? ram:TaxPointDate?:Date ram:Type? ram:InformationAmount* ram:CategoryName*
  ram:DueDateTypeCode?:codeName ram:RateApplicablePercent? ram:SpecifiedTradeAccountingAccount*:TradeAccountingAccount
  ram:ServiceSupplyTradeCountry?:TradeCountry ram:BuyerRepayableTaxSpecifiedTradeAccountingAccount?:TradeAccountingAccount
  ram:SellerPayableTaxSpecifiedTradeAccountingAccount?:TradeAccountingAccount
  ram:SellerRefundableTaxSpecifiedTradeAccountingAccount?:TradeAccountingAccount
  ram:BuyerDeductibleTaxSpecifiedTradeAccountingAccount?:TradeAccountingAccount
  ram:BuyerNonDeductibleTaxSpecifiedTradeAccountingAccount?:TradeAccountingAccount
  ram:PlaceApplicableTradeLocation*:TradeLocation
TransportCargo: ram:TypeCode?:codeName ram:Identification? ram:OperationalCategoryCode?:codeName
  ram:StatisticalClassificationCode?:codeName
UniversalCommunication: ram:URIID? ram:ChannelCode?:codeUri ram:CompleteNumber?
ValuationBreakdownStatement: ram:ID ram:Name ram:Description* ram:MeasurementMethodID* ram:CreationDateTime
  ram:DefaultCurrencyCode:codeUri ram:DefaultLanguageCode ram:Comment* ram:TypeCode* ram:RequestedActionCode* ram:PriceListID?
  ram:ContractualLanguageCode? ram:ItemGroupedWorkItem*:GroupedWorkItem ram:ItemBasicWorkItem*:BasicWorkItem
  ram:TotalCalculatedPrice*:CalculatedPrice ram:ChangedRecordedStatus*:RecordedStatus
  ram:CreationSpecifiedBinaryFile*:SpecifiedBinaryFile ram:ReaderSpecifiedBinaryFile*:SpecifiedBinaryFile
  ram:ReferencedSpecifiedBinaryFile*:SpecifiedBinaryFile
WorkItemComplexDescription: ram:Abstract* ram:Content* ram:ContractualLanguageCode?
  ram:RequestingSpecificationQuery*:SpecificationQuery ram:RespondingSpecificationResponse*:SpecificationResponse
  ram:SubsetWorkItemComplexDescription?:WorkItemComplexDescription
WorkItemDimension: ram:ID? ram:ValueMeasure ram:Description? ram:TypeCode ram:ContractualLanguageCode?
  ram:ComponentWorkItemDimension*:WorkItemDimension
WorkItemQuantityAnalysis: ram:ID ram:ActualQuantity? ram:Description? ram:ActualQuantityPercent? ram:StatusCode? ram:TypeCode?
  ram:PrimaryClassificationCode* ram:AlternativeClassificationCode* ram:ContractualLanguageCode?
  ram:ActualQuantityWorkItemDimension*:WorkItemDimension ram:BreakdownWorkItemQuantityAnalysis*:WorkItemQuantityAnalysis
  ram:ChangedRecordedStatus*:RecordedStatus
`;
